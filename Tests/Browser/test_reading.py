"""A report read in the page: live, without script, hostile, kept or not."""

import urllib.error
import urllib.request

import pytest
from conftest import TOKEN

REPORT = """Date: 2024-11-05
Title: A report of the test

Estonia accused Russia of jamming its signals on Monday. Russia denied the accusation.

Latvia and Lithuania signed a treaty on Tuesday."""

HOSTILE = """Date: 2024-11-05
Title: <script>window.hit = 1</script> & "title"

<img src=x onerror="window.hit = 2"> Russia attacked Ukraine on Monday. <script>window.hit = 3</script>

\u202eRussia denied\u202c the \U0001f680 claims of “Ukraine”. </p></main><style>* { display: none }</style>

data: event: end &lt;b&gt; ]]> --> <svg onload=window.hit=4> Kim met Putin\x00 in Moscow on Tuesday."""


def choose(page, content, name="report.txt"):
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content if isinstance(content, bytes) else content.encode()})
    page.get_by_role("button", name="Read it").click()


def await_end(page):
    page.locator("#progress", has_text="Read: ").wait_for()
    page.wait_for_load_state("load")


def submit(page, text):
    page.goto("/read")
    page.get_by_label("The text").fill(text)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/read/*")
    await_end(page)


def test_read_from_the_page(visit):
    page = visit()
    submit(page, REPORT)
    assert page.locator("h1").inner_text() == "A report of the test"
    assert page.locator(".note").count() >= 3
    assert "Latvia" in page.locator(".notes").last.inner_text()
    page.keyboard.press("j")
    assert page.locator(".note.lit").count() == 1


def test_shown_live_as_it_is_read(visit):
    page = visit("/read")
    streams, told = [], []
    page.on("request", lambda it: streams.append(it.url) if it.url.endswith("/events") else None)
    page.expose_function("told", lambda words, count: told.append((words, count)))
    page.add_init_script(
        """addEventListener('DOMContentLoaded', () => {
            const progress = document.getElementById('progress');
            if (progress && progress.dataset.events) new MutationObserver(() =>
                window.told(progress.textContent, document.querySelectorAll('#read .text').length)).observe(progress, {childList: true});
        })""")
    words = "Estonia accused Russia of jamming its signals on Monday. Russia denied it. Kim met Putin in Moscow on Tuesday. " * 12
    choose(page, "\n".join(
        f'{{"id":"r{i}","published":"2024-11-05","text":"Report {i}.\\n\\n{words}"}}' for i in range(60)), "many.jsonl")
    page.wait_for_url("**/read/*")
    await_end(page)
    assert len(streams) == 1
    steps = [count for words, count in told if words.startswith("Reading: ")]
    assert len(steps) > 3 and steps == sorted(steps) and steps[0] < steps[-1], told[:5]
    assert "live" not in page.url
    assert page.locator("#read h2").count() == 60


def test_markup_in_a_text_is_text(visit):
    page = visit()
    submit(page, HOSTILE.replace("\x00", ""))
    assert page.evaluate("window.hit") is None
    assert page.locator("main script, main img, main style, main svg").count() == 0
    assert page.locator("h1").inner_text() == '<script>window.hit = 1</script> & "title"'
    shown = page.locator("#read").inner_text()
    for words in ("<script>window.hit = 3</script>", "onerror=", "🚀", "\u202e", "</p></main>", "&lt;b&gt;", "]]> -->"):
        assert words in shown
    assert page.locator(".note").count() >= 2
    # Its direction ends with its paragraph.
    assert page.locator("footer.end").is_visible() and page.locator("footer.end").inner_text().startswith("Cite this page")


@pytest.mark.parametrize("text", [
    "\U0001f680" * 3000, "a" * 100_000, "“" * 500 + "\n" * 500, "Russia attacked Ukraine on Monday. " * 200,
    "\u202e\u2066abc\u0301\u0301\n\r\u2028\u2029\ufeff\u0085 Kim met Putin.",
], ids=["rockets", "one-word", "quotes", "again", "marks"])
def test_odd_files_do_no_harm(visit, text):
    page = visit("/read")
    choose(page, text, 'a"><b>.txt')
    page.wait_for_url("**/read/*")
    await_end(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1200
    assert page.locator("main b").count() == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\xd8abc", HOSTILE.encode(), b"", b"\n \n"], ids=["bytes", "nul", "empty", "blank"])
def test_what_is_no_text_is_refused_with_a_word(visit, content):
    page = visit("/read", refused=[400])
    choose(page, content)
    page.locator("h1", has_text="Bad Request").wait_for()
    assert "text" in page.locator(".lead").inner_text() and "standard input" not in page.locator(".lead").inner_text()
    assert page.evaluate("window.hit") is None


def test_too_much_is_refused_with_a_word(visit):
    page = visit("/read", refused=[413])
    choose(page, "Russia attacked Ukraine on Monday.\n" * 150_000)
    page.wait_for_url("**/read")
    page.get_by_text("the body is larger than").wait_for()


def test_a_reading_that_is_gone_says_so(visit):
    page = visit("/read/00000000000000000000000000000000", expects=404)
    page.get_by_role("main").get_by_role("link", name="/read").click()
    assert page.locator("h1").inner_text() == "Read a report"


def test_kept_only_with_the_token(visit, server):
    before = server.documents()
    page = visit(refused=[401])
    submit(page, REPORT.replace("report of the test", "report kept"))
    address = page.url
    page.get_by_label("Token").fill("a token that is wrong")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_load_state()
    assert "token" in page.locator("main").inner_text()
    assert server.documents() == before
    page.goto(address)
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/document/*")
    assert page.locator("h1").inner_text() == "A report kept"
    after = server.documents()
    assert len(after) == len(before) + 1
    page.goto("/")
    assert page.get_by_role("link", name="A report kept").count() == 1
    page.goto("/pair/EST-RUS")
    assert "jamming" in page.locator("main").inner_text()


@pytest.mark.parametrize("by", ["paste", "file"])
def test_without_script(visit, by):
    page = visit("/read", java_script_enabled=False)
    if by == "paste":
        page.get_by_label("The text").fill(REPORT)
        page.get_by_role("button", name="Read it").click()
    else:
        choose(page, REPORT)
    page.wait_for_url("**/read/*")
    if "Read: " not in page.locator("#progress").inner_text():
        page.reload()
    assert page.locator("#progress").inner_text().startswith("Read: ")
    assert page.locator(".note").count() >= 3


def test_a_form_elsewhere_keeps_nothing(server):
    for path in ("/read", "/read/00/keep"):
        request = urllib.request.Request(
            server.url + path, b"token=" + TOKEN.encode(), {"Origin": "https://elsewhere.example"}, method="POST")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)
        assert refused.value.code == 403
