/// Words that keep a full stop of their own.
enum Abbreviations {
    /// A name or number follows: never the end of a sentence.
    static let leading = WordSet(
        """
        mr mrs ms mx messrs mme mlle dr drs prof rev fr hon st sts ft mt gen lt col maj capt cpt cmdr adm sgt cpl pvt brig sen sens rep reps gov \
        govs pres supt det insp amb sec dep asst vs v e.g eg i.e cf viz ca approx c al no nos art arts para fig figs vol vols pp op ed eds tel ext \
        pop sq gens cols lts ps p.s
        """)

    /// A sentence may end here.
    static let closing = WordSet(
        """
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co cos ltd plc bros llc jr sr esq etc \
        ave blvd rd hwy dept univ assn intl natl ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev \
        okla ore pa penn tenn tex va vt wash wis wyo ont que ph.d m.d b.a m.a yrs hrs min est
        """)

    /// Only before a figure: "No. 10", but "He said no."; "Art. 5".
    static let beforeFigure = WordSet(
        "no nos art arts para fig figs vol vols pp op ed eds tel ext pop sec ch p c mar sat sun min est co ca del")

    /// Words that end a sentence far more often than they are cut short.
    static let onlyCapital = WordSet(
        "col rep reps mt art ill ind mass miss del wash ore sun sat mon wed fri mar gen pa la ga va md mo co fr rev ms sen hon det ed est dep"
    )

    /// With a capital, these open a sentence.
    static let starters = WordSet(
        """
        the a an this that these those it its he she they we you i his her their our my there here but and or nor so yet for however meanwhile \
        moreover although though while when where why how who what which if unless until since because as after before during under over in on at by \
        from to with without of about both all some many most several few no not none nothing one two three four five six seven eight nine ten \
        another other others also even only just still now then today yesterday earlier later last next among between despite according such each \
        every officials analysts experts critics leaders lawmakers diplomats police troops reporters residents observers supporters protesters \
        witnesses authorities prosecutors investigators scientists researchers is are was were has have had will would do does did let once
        """)

    static let months = WordSet(
        """
        january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. \
        nov. dec. jan feb mar apr jun jul aug sept sep oct nov dec
        """)

    /// What may follow "10 p.m." inside a sentence.
    static let zones = WordSet(
        """
        est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest msk kst jst ist eastern central mountain pacific monday tuesday wednesday \
        thursday friday saturday sunday
        """)

    /// What ends a letter, before the name.
    static let closings = WordSet("regards thanks thx sincerely cheers yours truly wishes")

    /// Where people write without capitals, these begin a sentence even after a word that may be cut short.
    static let pronouns = WordSet("i we you he she it they this that there")

    /// Small words that go on after an address.
    static let afterAddress = WordSet("on and or is was has to at for")

    /// With a number, what opens the words under a picture.
    static let captions = WordSet("figure fig. table map chart box photo")

    /// Verbs of speech after a quotation that ends in ? or !
    static let speech = WordSet(
        "said says asked asks added adds replied replies told wrote writes cried shouted wondered demanded exclaimed")
}
