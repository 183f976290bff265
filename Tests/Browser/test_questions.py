"""What people come to ask, each answered in at most three clicks from the first page. Sending a form is one click."""

import pytest


@pytest.fixture
def clicks(visit):
    return Clicks(visit("/"))


class Clicks:
    """A way through the pages, counted."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def follow(self, name, within="body", nth=0):
        return self.click(self.page.locator(within).get_by_role("link", name=name).nth(nth))

    def click(self, thing):
        self.count += 1
        assert self.count <= 3, "more than three clicks"
        thing.click()
        self.page.wait_for_load_state()
        return self

    def send(self, button, **fields):
        form = self.page.locator("form", has=self.page.get_by_role("button", name=button)).first
        for name, value in fields.items():
            form.locator(f"[name={name}]").fill(value)
        return self.click(form.get_by_role("button", name=button))

    def dossier(self, a="North Korea", b="Russia"):
        return self.send("Open the dossier", a=a, b=b)

    def text(self, within="main"):
        return self.page.locator(within).inner_text()

    def sees_words(self, link):
        """The last click: from a line to the words that it rests on, marked in their text."""
        words = link.inner_text().strip("“”")
        self.click(link)
        assert "".join(self.page.locator("mark").all_inner_texts()).split() == words.split()
        assert "/document/" in self.page.url


def test_what_was_agreed_when_what_it_replaces_and_covers(clicks):
    told = clicks.dossier().text("section[aria-labelledby=h-pact]")
    assert "Treaty on Comprehensive Strategic Partnership between Russia and North Korea" in told
    assert "in force since 2024-12-04" in told and "signed 2024-06-19" in told
    assert "replaces" in told and "1961" in told
    assert "covers political, trade" in told
    clicks.sees_words(clicks.page.locator("section[aria-labelledby=h-pact] blockquote a").first)


def test_what_it_obliges_by_which_article_on_what_trigger(clicks):
    clicks.dossier().follow("article 4")
    assert "/treaty/russia-dprk-2024" in clicks.page.url and clicks.page.url.endswith("#article-4")
    duty = clicks.text("#article-4")
    assert "Article 4: defence" in duty and "Trigger" in duty and "attack" in duty


def test_a_treaty_is_found_by_its_name(clicks):
    clicks.send("Search", words="North Atlantic Treaty").follow("North Atlantic Treaty", ".named")
    assert "Article 5: defence" in clicks.text() and "such action as it deems necessary" in clicks.text()


def test_who_is_bound_who_depends_who_is_not_and_why(clicks):
    clicks.send("Who must help?", by="Russia", attacked="Estonia")
    told = clicks.text()
    assert "bound to help Estonia: 35 states" in told
    assert "North Atlantic Treaty, article 5" in told and "Not bound, though often assumed" in told
    assert "Collective Security Treaty" in told.split("Not bound")[1]
    clicks.click(clicks.page.locator("details.proof summary").first)
    assert clicks.page.locator("details.proof li").first.is_visible()
    assert clicks.page.url.count("by=Russia") == 1 and "attacked=Estonia" in clicks.page.url


def test_what_would_settle_it_is_given_by_a_click(clicks):
    clicks.send("Who must help?", by="South Korea", attacked="North Korea")
    before = clicks.page.locator(".duty.v-depends").count()
    assert before >= 1
    clicks.follow("if so", ".duty.v-depends")
    assert clicks.page.locator(".duty.v-depends").count() < before or clicks.page.locator(".duty.v-bound").count() > 0
    assert "Given:" in clicks.text()
    clicks.follow("take back")
    assert clicks.page.locator(".duty.v-depends").count() == before and "Given:" not in clicks.text()


def test_who_is_excused_and_acts_in_order(clicks):
    clicks.follow("Who is bound?", "nav")
    clicks.send("What follows?", acts="PRK attacks KOR on 2024-03-01; USA helps KOR against PRK")
    assert "United States" in clicks.text()
    assert clicks.page.locator("section.outcome").count() == 2


def test_who_says_so_who_denies_on_what_evidence(clicks):
    clicks.follow("The board of claims")
    contested = clicks.page.locator(".claim", has_text="artillery shells").first
    told = contested.inner_text()
    assert "For" in told and "Against" in told and "accuses" in told and "denies" in told
    assert "evidence" in told or "despite considerable evidence" in told
    clicks.sees_words(contested.locator("blockquote a").first)


def test_who_accuses_whom(clicks):
    clicks.follow("Claims", "nav").follow("Matrix")
    assert clicks.page.locator("table.matrix td a").count() > 3


def test_what_is_open(clicks):
    clicks.follow("Open", "nav")
    told = clicks.text()
    assert "Questions" in told and "Planned" in told and "whether their armies will hold joint manoeuvres" in told
    clicks.sees_words(clicks.page.locator("blockquote a", has_text="whether").first)


def test_what_came_of_it(clicks):
    clicks.follow("Open", "nav").follow("settled")
    told = clicks.text()
    assert any(word in told for word in ("held", "kept", "answered"))
    assert clicks.page.locator(".o-held, .o-kept, .o-answered").count() >= 1


def test_what_happened_between_them_in_order(clicks):
    clicks.dossier().follow("Timeline", "main")
    years = [it for it in clicks.page.locator("main h2").all_inner_texts() if it.isdigit()]
    assert years == sorted(years) and "2019" in years and "2024" in years
    assert "state=PRK" in clicks.page.url and "state=RUS" in clicks.page.url


def test_the_whole_relationship(clicks):
    clicks.dossier()
    headings = " ".join(clicks.page.locator("main h2").all_inner_texts())
    for part in ("Pact", "Visits", "Talks", "Gifts", "Accused and denied", "Left open", "Planned"):
        assert part in headings, headings
    clicks.sees_words(clicks.page.locator("section", has=clicks.page.get_by_role("heading", name="Gifts")).locator("blockquote a").first)


def test_a_dossier_by_way_of_an_actor(clicks):
    clicks.follow("Actors", "nav").follow("North Korea", "main").follow("Russia", "main")
    assert clicks.page.locator("h1").inner_text() == "North Korea and Russia"


def test_show_me_the_sentence(clicks):
    link = clicks.page.locator("section[aria-labelledby=h-contested] li a").first
    clicks.click(link)
    assert "/document/" in clicks.page.url and len("".join(clicks.page.locator("mark").all_inner_texts())) > 10


def test_which_texts_speak_of_it(clicks):
    clicks.send("Search", words="ballistic missiles")
    hit = clicks.page.locator("ol.hits > li").first
    assert "ballistic" in hit.locator("mark").first.inner_text()
    clicks.click(hit.locator(".excerpt a"))
    assert "ballistic" in clicks.page.locator("mark").first.inner_text()
    assert clicks.page.locator("mark").first.evaluate(
        "it => { const box = it.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")


def test_forms_serve_without_script(visit):
    clicks = Clicks(visit("/", java_script_enabled=False))
    clicks.dossier("PRK", "RUS")
    assert clicks.page.locator("h1").inner_text() == "North Korea and Russia"
    clicks.follow("Claims", "main")
    assert "state=PRK" in clicks.page.url
    form = clicks.page.locator("main form.filter")
    form.locator("select[name=status]").select_option("alleged")
    clicks.click(form.get_by_role("button", name="Show"))
    assert "status=alleged" in clicks.page.url and clicks.page.locator(".claim .badge").first.inner_text() == "alleged"
