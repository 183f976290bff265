@main
enum Main {
    static func main() {
        print("not yet")
    }
}
