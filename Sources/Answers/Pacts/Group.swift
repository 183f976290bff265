/// Things that are told together, in the order of the first of each.
package enum Group {
    package static func all<Item>(_ items: [Item], key: (Item) -> String) -> [[Item]] {
        var order: [String] = []
        var groups: [String: [Item]] = [:]
        for item in items {
            let key = key(item)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(item)
        }
        return order.map { groups[$0]! }
    }
}
