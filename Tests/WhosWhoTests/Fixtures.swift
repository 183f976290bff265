import CasusCore
import Tables

@testable import WhosWho

/// A small world of our own.
let world: WhosWho = {
    var draft = Draft()
    for (name, csv) in files {
        do {
            let problems = try draft.add(Array(csv.utf8), to: name)
            precondition(problems.isEmpty, "\(problems)")
        } catch {
            preconditionFailure("\(error)")
        }
    }
    let problems = draft.problems(needSources: false)
    precondition(problems.isEmpty, "\(problems)")
    return WhosWho(tables: Tables(draft))
}()

/// The words and marks of a text as byte ranges; "Russia's" is two, as a tokeniser cuts it.
func tokens(_ text: Text) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    let bytes = text.bytes
    func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 }
    while start < bytes.count {
        var end = start
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        if end == start, bytes[start] == UInt8(ascii: "'"), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "s") { end += 2 }
        if end == start { end += 1 }
        if bytes[start] != 0x20, bytes[start] != 0x0A { tokens.append(start..<end) }
        start = end
    }
    return tokens
}

/// The known names of a text, as a reader meets them: the longest first, and then what follows it.
func names(in string: String, who: WhosWho = world) -> [(text: String, ids: [String])] {
    let text = Text(string)
    let tokens = tokens(text)
    var names: [(String, [String])] = []
    var index = 0
    while index < tokens.count {
        if let match = who.match(in: text, tokens: tokens, at: index) {
            names.append((text.string(match.bytes), match.candidates.map(\.id).sorted()))
            index += match.length
        } else {
            index += 1
        }
    }
    return names
}

private let files: [(TableName, String)] = [
    (
        .states,
        """
        code,from,name,cow,gw,to
        RUS,1816-01-01,Russian Empire,365,365,1922-12-29
        RUS,1991-12-26,Russia,365,365,
        SUN,1922-12-30,Soviet Union,365,365,1991-12-25
        DEU,1871-01-18,German Empire,255,255,1945-05-08
        DEU,1990-10-03,Germany,255,260,
        USA,1816-01-01,United States,2,2,
        GIN,1958-10-02,Guinea,438,438,
        GNB,1974-09-10,Guinea-Bissau,404,404,
        GNQ,1968-10-12,Equatorial Guinea,411,411,
        PNG,1975-09-16,Papua New Guinea,910,910,
        COD,1960-06-30,Democratic Republic of the Congo,490,490,
        COG,1960-08-15,Republic of the Congo,484,484,
        KOR,1948-08-15,South Korea,732,732,
        PRK,1948-09-09,North Korea,731,731,
        GEO,1991-12-21,Georgia,372,372,
        JOR,1946-05-25,Jordan,663,663,
        LBN,1943-11-22,Lebanon,660,660,
        CHN,1816-01-01,China,710,710,
        TUR,1816-01-01,Turkey,640,640,
        FRA,1816-01-01,France,220,220,
        """
    ),
    (
        .stateNames,
        """
        code,text,use,from,to
        RUS,Russia,name,,
        RUS,Russian,adjective,,
        RUS,Russians,inhabitant,,
        RUS,Moscow,capital,,
        RUS,the Kremlin,government,,
        SUN,Soviet Union,name,,
        SUN,Russia,name,,
        SUN,Moscow,capital,,
        DEU,Germany,name,,
        USA,US,name,,
        USA,U.S.,name,,
        USA,United States,name,,
        USA,Washington,capital,,
        GIN,Guinea,name,,
        GNB,Guinea-Bissau,name,,
        GNQ,Equatorial Guinea,name,,
        PNG,Papua New Guinea,name,,
        COD,Congo,name,,
        COG,Congo,name,,
        COD,Democratic Republic of the Congo,name,,
        COG,Republic of the Congo,name,,
        KOR,South Korea,name,,
        KOR,South Korean,adjective,,
        PRK,North Korea,name,,
        PRK,North Korean,adjective,,
        PRK,the North,name,,
        GEO,Georgia,name,,
        JOR,Jordan,name,,
        LBN,Lebanon,name,,
        CHN,China,name,,
        TUR,Turkey,name,,
        TUR,Türkiye,name,2022-06-01,
        FRA,France,name,,
        FRA,French,adjective,,
        FRA,Paris,capital,,
        """
    ),
    (
        .homonyms,
        """
        text,other,kind,signs,state_signs
        Georgia,Georgia (US state),us-state,Atlanta|Savannah|primary,Tbilisi|Saakashvili
        Jordan,Michael Jordan,person,Michael Jordan|Mr.,Amman
        Turkey,turkey (bird),thing,roast|dinner,Ankara
        French Open,tennis tournament,thing,,
        """
    ),
    (
        .places,
        """
        name,state,within,kind
        South China Sea,,,sea
        Latin America,,,region
        Tennessee,USA,,us-state
        New York,USA,,us-state
        Ontario,,,region
        Lebanon,USA,Tennessee,city
        Paris,USA,Ontario,city
        Georgia,USA,,us-state
        """
    ),
    (
        .organisations,
        """
        code,name,kind,sector,state,from,to
        NATO,NATO,alliance,,,1949-04-04,
        LON,League of Nations,igo,,,1920-01-10,1946-04-18
        """
    ),
    (.organisationNames, "code,text\nNATO,NATO\nLON,League of Nations\n"),
    (
        .outlets,
        "text,name,kind,state,ownership\nTASS,TASS,agency,RUS,state\nTass,Tass (a river),magazine,,\nThe New York Times,The New York Times,newspaper,USA,private\n"
    ),
    (
        .people,
        """
        person,name,state,gender
        anna-example,Anna Example,RUS,female
        boris-example,Boris Example,RUS,male
        carl-muster,Carl Muster,DEU,male
        """
    ),
    (
        .personNames,
        """
        person,text
        anna-example,Anna Example
        anna-example,Example
        boris-example,Boris Example
        boris-example,Example
        carl-muster,Carl Muster
        carl-muster,Mu
        """
    ),
    (
        .offices,
        """
        person,office,body,from,to
        anna-example,foreign-minister,RUS,2000-05-07,2004-03-09
        anna-example,head-of-state,RUS,2012,2018-05
        boris-example,foreign-minister,RUS,2004-03-09,
        carl-muster,secretary-general,NATO,2010~,2014-09-30
        """
    ),
    (.titles, "text,office,sector\nforeign minister,foreign-minister,GOV\nactivist,,CVL\n"),
    (.groups, "lemma,sector,public\narmy,MIL,yes\ncompany,BUS,no\n"),
]
