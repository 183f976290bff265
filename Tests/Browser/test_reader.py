"""The reader of a document: marks, notes and keys."""

import re

import pytest

LIT, NEAR = re.compile(r"\blit\b"), re.compile(r"\bnear\b")


@pytest.fixture
def reader(visit, names):
    return visit(f"/document/{names['document']}", permissions=["clipboard-read", "clipboard-write"])


def lit(page, kind="lit"):
    """The numbers of the notes that are lit."""
    return page.eval_on_selector_all(f".note.{kind}", "all => all.map(it => Number(it.dataset.n))")


def with_partners(page):
    """A note that has partners: its number, and theirs."""
    note = page.locator(".note[data-with]").first
    return int(note.get_attribute("data-n")), [int(it) for it in note.get_attribute("data-with").split()]


def test_marks_stand_at_the_words_of_their_notes(reader, server, names):
    told = server.json(f"/document/{names['document']}.json")
    assert reader.locator(".note").count() == len(told["statements"])
    text = re.sub(r"\s+", "", told["text"].split("\n\n", 1)[1])
    shown = reader.evaluate(
        """(() => { const copy = document.querySelector('[data-marks]').cloneNode(true);
            copy.querySelectorAll('.notes, .letter').forEach(it => it.remove()); return copy.textContent; })()""")
    assert re.sub(r"\s+", "", shown) in (text, re.sub(r"\s+", "", told["text"]))
    for statement in (it["statement"] for it in told["statements"]):
        note = reader.locator(".note", has=reader.locator(f"a.id[href*='{statement['id']}']"))
        words = reader.eval_on_selector_all(
            f".text [data-n~='{note.get_attribute('data-n')}']:not(a)", "all => all.map(it => it.textContent).join('')")
        assert re.sub(r"\s+", "", words) == re.sub(r"\s+", "", statement["quote"])


def test_selecting_a_letter_lights_its_note_and_partners(reader):
    number, partners = with_partners(reader)
    assert lit(reader) == []
    reader.locator(f"#m{number}").click()
    assert lit(reader) == [number]
    assert sorted(lit(reader, "near")) == sorted(partners)
    assert reader.locator(f".text span.m[data-n~='{number}'].lit").count() > 0
    # Not by colour alone: the lit ones have a line, the near ones another.
    assert reader.locator(f"#n{number}").evaluate("it => getComputedStyle(it).boxShadow") != "none"
    assert reader.locator(f"#n{partners[0]}").evaluate("it => getComputedStyle(it).outlineStyle") == "dashed"
    reader.locator("h1").click()
    assert lit(reader) == [] and lit(reader, "near") == []


def test_selecting_words_lights_each_of_their_statements_in_turn(reader):
    words = reader.locator(".text span.m[data-n*=' ']").first
    numbers = {int(it) for it in words.get_attribute("data-n").split()}
    seen = set()
    for _ in numbers:
        words.click()
        assert len(lit(reader)) == 1
        seen.update(lit(reader))
    assert seen == numbers


def test_selecting_a_note_lights_its_words(reader):
    number, _ = with_partners(reader)
    reader.locator(f"#n{number}").click(position={"x": 3, "y": 3})
    assert lit(reader) == [number]
    expect = reader.locator(f".text span.m[data-n~='{number}']").first
    assert LIT.search(expect.get_attribute("class"))


def test_keys(reader):
    count = reader.locator(".note").count()
    reader.keyboard.press("j")
    assert lit(reader) == [1]
    assert reader.evaluate("document.activeElement.id") == "m1"
    reader.keyboard.press("j")
    reader.keyboard.press("j")
    assert lit(reader) == [3]
    reader.keyboard.press("k")
    assert lit(reader) == [2]
    for _ in range(3):
        reader.keyboard.press("k")
    assert lit(reader) == [1]
    for _ in range(count + 3):
        reader.keyboard.press("j")
    assert lit(reader) == [count]
    assert reader.locator(f"#m{count}").evaluate(
        "it => { const box = it.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")
    reader.keyboard.press("Escape")
    assert lit(reader) == []
    reader.keyboard.press("/")
    assert reader.evaluate("document.activeElement.id") == "find"
    reader.keyboard.type("jkc")
    assert reader.locator("#find").input_value() == "jkc" and lit(reader) == []


def test_enter_leads_from_letter_to_note_and_back(reader):
    reader.keyboard.press("j")
    reader.keyboard.press("Enter")
    assert reader.url.endswith("#n1")
    reader.locator("#n1 a.letter").focus()
    reader.keyboard.press("Enter")
    assert reader.url.endswith("#m1")
    assert lit(reader) == [1]


def test_a_citation_is_copied_with_words_and_address(reader, server, names):
    reader.keyboard.press("j")
    reader.keyboard.press("j")
    reader.keyboard.press("c")
    reader.get_by_role("status").filter(has_text=re.compile("^Copied$")).wait_for(state="attached")
    copied = reader.evaluate("navigator.clipboard.readText()")
    words = "".join(reader.eval_on_selector_all(".text [data-n~='2']:not(a)", "all => all.map(it => it.textContent)"))
    assert copied.startswith(f"“{words}”, Putin and Kim sign mutual defence pact in Pyongyang, Casus Examples, 2024-06-20, ")
    address = copied.rsplit(", ", 1)[1]
    assert address.startswith(f"{server.url}/document/{names['document']}?") and address.endswith("#m2")
    # Whoever opens it sees what was selected, tomorrow too.
    assert "on=2024-12-31" in address and "known-by=2024-12-31" in address
    reader.goto("/about")
    reader.goto(address)
    assert lit(reader) == [2]


def test_the_button_copies_what_stands_before_it(visit, names, server):
    page = visit(f"/statement/{names['agreement']}", permissions=["clipboard-read", "clipboard-write"])
    button = page.locator("p.cite + button, p.cite ~ button").first
    button.click()
    page.locator("main button.quiet", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("p.cite").inner_text().strip()
    assert copied.startswith("“") and "Casus Examples, 2024-06-20" in copied
    page.locator("footer button.quiet").click()
    page.locator("footer button.quiet", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{server.url}/statement/{names['agreement']}?on=2024-12-31&known-by=2024-12-31" in copied


def test_boxes_hide_kinds(reader):
    def shown(kind):
        return sum(it.is_visible() for it in reader.locator(f".note.n-{kind}").all())

    claims, events = shown("claim"), shown("event")
    assert claims and events
    box = reader.get_by_role("checkbox", name="show claims")
    box.uncheck()
    assert shown("claim") == 0 and shown("event") == events
    assert not reader.locator(".text a.l-claim").first.is_visible()
    assert reader.locator(".text .m-claim").first.evaluate("it => getComputedStyle(it).textDecorationLine") == "none"
    box.check()
    assert shown("claim") == claims


def test_what_is_hidden_is_not_stepped_upon(reader):
    reader.get_by_role("checkbox", name="show claims").uncheck()
    kinds = reader.eval_on_selector_all(".note", "all => all.map(it => it.className)")
    steps = [i + 1 for i, it in enumerate(kinds) if "n-claim" not in it]
    reader.locator("h1").click()
    for wanted in steps[:6]:
        reader.keyboard.press("j")
        assert lit(reader) == [wanted]


def test_a_sentence_has_an_address(visit, names):
    page = visit(f"/document/{names['document']}#s12", height=500)
    place = page.locator("#s12").evaluate("it => it.getBoundingClientRect().top")
    assert 0 <= place < 500
    following = page.locator("#s12").evaluate(
        """it => { const range = document.createRange(); range.setStartAfter(it); range.setEndAfter(it.closest('.text'));
            const copy = range.cloneContents(); copy.querySelectorAll('.letter').forEach(it => it.remove()); return copy.textContent; }""")
    assert following.strip()


def test_words_have_an_address(visit, names, server):
    text = server.json(f"/document/{names['document']}.json")["text"]
    start = text.index("landed before dawn")
    page = visit(f"/document/{names['document']}?span={start},{start + 18}#here", height=400)
    assert "".join(page.locator("mark").all_inner_texts()) == "landed before dawn"
    place = page.locator("#here").evaluate("it => it.getBoundingClientRect().top")
    assert 0 <= place < 400
    for span in ("5,1", "0,999999", "a,b"):
        visit(f"/document/{names['document']}?span={span}", expects=400)


def test_evidence_leads_to_its_words(visit):
    page = visit("/pair/PRK-RUS")
    link = page.locator("blockquote.words a").first
    words = link.inner_text().strip("“”")
    link.click()
    assert "".join(page.locator("mark").all_inner_texts()).split() == words.split()
    assert page.locator("mark").first.evaluate(
        "it => { const box = it.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }")
