/// Our own sentences with their trees, in CoNLL-U; written by the model and mended by hand.
/// One space stands for each tab.
let ownSentences = """
    # text = Russia and North Korea signed a treaty in Pyongyang on Wednesday.
    1 Russia Russia PROPN NNP _ 5 nsubj _ _
    2 and and CCONJ CC _ 4 cc _ _
    3 North North PROPN NNP _ 4 compound _ _
    4 Korea Korea PROPN NNP _ 1 conj _ _
    5 signed sign VERB VBD _ 0 root _ _
    6 a a DET DT _ 7 det _ _
    7 treaty treaty NOUN NN _ 5 obj _ _
    8 in in ADP IN _ 9 case _ _
    9 Pyongyang Pyongyang PROPN NNP _ 5 obl _ _
    10 on on ADP IN _ 11 case _ _
    11 Wednesday Wednesday PROPN NNP _ 5 obl _ SpaceAfter=No
    12 . . PUNCT . _ 5 punct _ _

    # text = The Russian president said that the pact covers political, trade and security spheres.
    1 The the DET DT _ 3 det _ _
    2 Russian Russian ADJ JJ _ 3 amod _ _
    3 president president NOUN NN _ 4 nsubj _ _
    4 said say VERB VBD _ 0 root _ _
    5 that that SCONJ IN _ 8 mark _ _
    6 the the DET DT _ 7 det _ _
    7 pact pact NOUN NN _ 8 nsubj _ _
    8 covers cover VERB VBZ _ 4 ccomp _ _
    9 political political ADJ JJ _ 14 amod _ SpaceAfter=No
    10 , , PUNCT , _ 11 punct _ _
    11 trade trade NOUN NN _ 9 conj _ _
    12 and and CCONJ CC _ 13 cc _ _
    13 security security NOUN NN _ 9 conj _ _
    14 spheres sphere NOUN NNS _ 8 obj _ SpaceAfter=No
    15 . . PUNCT . _ 4 punct _ _

    # text = Kim Jong Un was met by President Vladimir Putin at the airport.
    1 Kim Kim PROPN NNP _ 5 nsubj:pass _ _
    2 Jong Jong PROPN NNP _ 1 flat _ _
    3 Un Un PROPN NNP _ 1 flat _ _
    4 was be AUX VBD _ 5 aux:pass _ _
    5 met meet VERB VBN _ 0 root _ _
    6 by by ADP IN _ 8 case _ _
    7 President President PROPN NNP _ 8 nmod:desc _ _
    8 Vladimir Vladimir PROPN NNP _ 5 obl:agent _ _
    9 Putin Putin PROPN NNP _ 8 flat _ _
    10 at at ADP IN _ 12 case _ _
    11 the the DET DT _ 12 det _ _
    12 airport airport NOUN NN _ 5 obl _ SpaceAfter=No
    13 . . PUNCT . _ 5 punct _ _

    # text = The two countries have agreed to help each other if either is attacked.
    1 The the DET DT _ 3 det _ _
    2 two two NUM CD _ 3 nummod _ _
    3 countries country NOUN NNS _ 5 nsubj _ _
    4 have have AUX VBP _ 5 aux _ _
    5 agreed agree VERB VBN _ 0 root _ _
    6 to to PART TO _ 7 mark _ _
    7 help help VERB VB _ 5 xcomp _ _
    8 each each DET DT _ 7 obj _ _
    9 other other ADJ JJ _ 8 fixed _ _
    10 if if SCONJ IN _ 13 mark _ _
    11 either either DET DT _ 13 nsubj:pass _ _
    12 is be AUX VBZ _ 13 aux:pass _ _
    13 attacked attack VERB VBN _ 5 advcl _ SpaceAfter=No
    14 . . PUNCT . _ 5 punct _ _

    # text = Washington accused Pyongyang of supplying shells to Moscow, a charge both governments have denied.
    1 Washington Washington PROPN NNP _ 2 nsubj _ _
    2 accused accuse VERB VBD _ 0 root _ _
    3 Pyongyang Pyongyang PROPN NNP _ 2 obj _ _
    4 of of ADP IN _ 5 mark _ _
    5 supplying supply VERB VBG _ 2 advcl _ _
    6 shells shell NOUN NNS _ 5 obj _ _
    7 to to ADP IN _ 8 case _ _
    8 Moscow Moscow PROPN NNP _ 5 obl _ SpaceAfter=No
    9 , , PUNCT , _ 11 punct _ _
    10 a a DET DT _ 11 det _ _
    11 charge charge NOUN NN _ 2 parataxis _ _
    12 both both DET DT _ 13 det _ _
    13 governments government NOUN NNS _ 15 nsubj _ _
    14 have have AUX VBP _ 15 aux _ _
    15 denied deny VERB VBN _ 11 acl:relcl _ SpaceAfter=No
    16 . . PUNCT . _ 2 punct _ _

    # text = "We will never give up our weapons," the foreign minister told reporters on Sept. 4.
    1 " " PUNCT `` _ 5 punct _ SpaceAfter=No
    2 We we PRON PRP _ 5 nsubj _ _
    3 will will AUX MD _ 5 aux _ _
    4 never never ADV RB _ 5 advmod _ _
    5 give give VERB VB _ 14 ccomp _ _
    6 up up ADP RP _ 5 compound:prt _ _
    7 our our PRON PRP$ _ 8 nmod:poss _ _
    8 weapons weapon NOUN NNS _ 5 obj _ SpaceAfter=No
    9 , , PUNCT , _ 5 punct _ SpaceAfter=No
    10 " " PUNCT '' _ 5 punct _ _
    11 the the DET DT _ 13 det _ _
    12 foreign foreign ADJ JJ _ 13 amod _ _
    13 minister minister NOUN NN _ 14 nsubj _ _
    14 told tell VERB VBD _ 0 root _ _
    15 reporters reporter NOUN NNS _ 14 iobj _ _
    16 on on ADP IN _ 18 case _ _
    17 Sept. September PROPN NNP _ 18 nmod:unmarked _ _
    18 4 4 NUM CD _ 14 obl _ SpaceAfter=No
    19 . . PUNCT . _ 14 punct _ _

    # text = Poland did not recall its ambassador, although the U.S. had asked it to.
    1 Poland Poland PROPN NNP _ 4 nsubj _ _
    2 did do AUX VBD _ 4 aux _ _
    3 not not PART RB _ 4 advmod _ _
    4 recall recall VERB VB _ 0 root _ _
    5 its its PRON PRP$ _ 6 nmod:poss _ _
    6 ambassador ambassador NOUN NN _ 4 obj _ SpaceAfter=No
    7 , , PUNCT , _ 12 punct _ _
    8 although although SCONJ IN _ 12 mark _ _
    9 the the DET DT _ 10 det _ _
    10 U.S. U.S. PROPN NNP _ 12 nsubj _ _
    11 had have AUX VBD _ 12 aux _ _
    12 asked ask VERB VBN _ 4 advcl _ _
    13 it it PRON PRP _ 12 obj _ _
    14 to to PART TO _ 12 xcomp _ SpaceAfter=No
    15 . . PUNCT . _ 4 punct _ _

    # text = The ministry said Iran's new missiles could reach Israel within minutes.
    1 The the DET DT _ 2 det _ _
    2 ministry ministry NOUN NN _ 3 nsubj _ _
    3 said say VERB VBD _ 0 root _ _
    4 Iran Iran PROPN NNP _ 9 nmod:poss _ SpaceAfter=No
    5 's 's PART POS _ 4 case _ _
    6 new new ADJ JJ _ 7 amod _ _
    7 missiles missile NOUN NNS _ 9 nsubj _ _
    8 could could AUX MD _ 9 aux _ _
    9 reach reach VERB VB _ 3 ccomp _ _
    10 Israel Israel PROPN NNP _ 9 obj _ _
    11 within within ADP IN _ 12 case _ _
    12 minutes minute NOUN NNS _ 9 obl _ SpaceAfter=No
    13 . . PUNCT . _ 3 punct _ _

    # text = Officials from 15 states will meet in Geneva next week to discuss a cease-fire.
    1 Officials official NOUN NNS _ 6 nsubj _ _
    2 from from ADP IN _ 4 case _ _
    3 15 15 NUM CD _ 4 nummod _ _
    4 states state NOUN NNS _ 1 nmod _ _
    5 will will AUX MD _ 6 aux _ _
    6 meet meet VERB VB _ 0 root _ _
    7 in in ADP IN _ 8 case _ _
    8 Geneva Geneva PROPN NNP _ 6 obl _ _
    9 next next ADJ JJ _ 10 amod _ _
    10 week week NOUN NN _ 6 obl:unmarked _ _
    11 to to PART TO _ 12 mark _ _
    12 discuss discuss VERB VB _ 6 advcl _ _
    13 a a DET DT _ 16 det _ _
    14 cease cease NOUN NN _ 16 compound _ SpaceAfter=No
    15 - - PUNCT HYPH _ 14 punct _ SpaceAfter=No
    16 fire fire NOUN NN _ 12 obj _ SpaceAfter=No
    17 . . PUNCT . _ 6 punct _ _

    # text = Turkey, which joined the alliance in 1952, refused to sign the declaration.
    1 Turkey Turkey PROPN NNP _ 10 nsubj _ SpaceAfter=No
    2 , , PUNCT , _ 4 punct _ _
    3 which which PRON WDT _ 4 nsubj _ _
    4 joined join VERB VBD _ 1 acl:relcl _ _
    5 the the DET DT _ 6 det _ _
    6 alliance alliance NOUN NN _ 4 obj _ _
    7 in in ADP IN _ 8 case _ _
    8 1952 1952 NUM CD _ 4 obl _ SpaceAfter=No
    9 , , PUNCT , _ 4 punct _ _
    10 refused refuse VERB VBD _ 0 root _ _
    11 to to PART TO _ 12 mark _ _
    12 sign sign VERB VB _ 10 xcomp _ _
    13 the the DET DT _ 14 det _ _
    14 declaration declaration NOUN NN _ 12 obj _ SpaceAfter=No
    15 . . PUNCT . _ 10 punct _ _

    # text = The agreement was signed by both leaders and replaces an earlier treaty from 1961.
    1 The the DET DT _ 2 det _ _
    2 agreement agreement NOUN NN _ 4 nsubj:pass _ _
    3 was be AUX VBD _ 4 aux:pass _ _
    4 signed sign VERB VBN _ 0 root _ _
    5 by by ADP IN _ 7 case _ _
    6 both both DET DT _ 7 det _ _
    7 leaders leader NOUN NNS _ 4 obl:agent _ _
    8 and and CCONJ CC _ 9 cc _ _
    9 replaces replace VERB VBZ _ 4 conj _ _
    10 an a DET DT _ 12 det _ _
    11 earlier early ADJ JJR _ 12 amod _ _
    12 treaty treaty NOUN NN _ 9 obj _ _
    13 from from ADP IN _ 14 case _ _
    14 1961 1961 NUM CD _ 12 nmod _ SpaceAfter=No
    15 . . PUNCT . _ 4 punct _ _

    # text = According to the agency, the king gave his guest a sword and two horses.
    1 According accord VERB VBG _ 4 case _ _
    2 to to ADP IN _ 1 fixed _ _
    3 the the DET DT _ 4 det _ _
    4 agency agency NOUN NN _ 8 obl _ SpaceAfter=No
    5 , , PUNCT , _ 4 punct _ _
    6 the the DET DT _ 7 det _ _
    7 king king NOUN NN _ 8 nsubj _ _
    8 gave give VERB VBD _ 0 root _ _
    9 his his PRON PRP$ _ 10 nmod:poss _ _
    10 guest guest NOUN NN _ 8 iobj _ _
    11 a a DET DT _ 12 det _ _
    12 sword sword NOUN NN _ 8 obj _ _
    13 and and CCONJ CC _ 15 cc _ _
    14 two two NUM CD _ 15 nummod _ _
    15 horses horse NOUN NNS _ 12 conj _ SpaceAfter=No
    16 . . PUNCT . _ 8 punct _ _

    # text = It is unclear whether the troops have left the border town.
    1 It it PRON PRP _ 3 expl _ _
    2 is be AUX VBZ _ 3 cop _ _
    3 unclear unclear ADJ JJ _ 0 root _ _
    4 whether whether SCONJ IN _ 8 mark _ _
    5 the the DET DT _ 6 det _ _
    6 troops troop NOUN NNS _ 8 nsubj _ _
    7 have have AUX VBP _ 8 aux _ _
    8 left leave VERB VBN _ 3 csubj _ _
    9 the the DET DT _ 11 det _ _
    10 border border NOUN NN _ 11 compound _ _
    11 town town NOUN NN _ 8 obj _ SpaceAfter=No
    12 . . PUNCT . _ 3 punct _ _

    # text = The prime minister's visit, her first in 12 years, was planned for July.
    1 The the DET DT _ 3 det _ _
    2 prime prime ADJ JJ _ 3 amod _ _
    3 minister minister NOUN NN _ 5 nmod:poss _ SpaceAfter=No
    4 's 's PART POS _ 3 case _ _
    5 visit visit NOUN NN _ 14 nsubj:pass _ SpaceAfter=No
    6 , , PUNCT , _ 8 punct _ _
    7 her her PRON PRP$ _ 8 nmod:poss _ _
    8 first first ADJ JJ _ 5 appos _ _
    9 in in ADP IN _ 11 case _ _
    10 12 12 NUM CD _ 11 nummod _ _
    11 years year NOUN NNS _ 8 nmod _ SpaceAfter=No
    12 , , PUNCT , _ 8 punct _ _
    13 was be AUX VBD _ 14 aux:pass _ _
    14 planned plan VERB VBN _ 0 root _ _
    15 for for ADP IN _ 16 case _ _
    16 July July PROPN NNP _ 14 obl _ SpaceAfter=No
    17 . . PUNCT . _ 14 punct _ _

    # text = China and India held talks about their disputed border.
    1 China China PROPN NNP _ 4 nsubj _ _
    2 and and CCONJ CC _ 3 cc _ _
    3 India India PROPN NNP _ 1 conj _ _
    4 held hold VERB VBD _ 0 root _ _
    5 talks talk NOUN NNS _ 4 obj _ _
    6 about about ADP IN _ 9 case _ _
    7 their their PRON PRP$ _ 9 nmod:poss _ _
    8 disputed dispute VERB VBN _ 9 amod _ _
    9 border border NOUN NN _ 5 nmod _ SpaceAfter=No
    10 . . PUNCT . _ 4 punct _ _

    """.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("#") ? String($0) : $0.split(separator: " ").joined(separator: "\t") }.joined(separator: "\n") + "\n\n"
