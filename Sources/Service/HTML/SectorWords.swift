/// The sectors of PLOVER in words.
enum SectorWords {
    private static let words = [
        "COP": "police", "GOV": "government", "JUD": "courts", "LEG": "parliament", "MIL": "armed forces", "PRM": "paramilitary",
        "PTY": "party", "REB": "rebels", "SPY": "intelligence service", "UAF": "unidentified armed force", "AGR": "farming",
        "BUS": "business",
        "CRM": "crime", "CVL": "civilians", "EDU": "learning", "ELI": "public figure", "JRN": "press", "LAB": "labour", "MED": "medicine",
        "OPP": "opposition", "REF": "refugees", "REL": "religion", "SOC": "society", "UNK": "not known",
    ]

    /// The code itself where there is no word for it.
    static func word(_ code: String) -> String { words[code] ?? code }
}
