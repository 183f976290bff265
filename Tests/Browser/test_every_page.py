"""What holds on every page: each is opened once, and looked at from all sides."""

import pathlib
import re

import axe_playwright_python
import pytest
from pages import MISSING, PAGES

KILO = 1000
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable", "label", "link-name", "button-name"]
TOLD = "document.querySelector('main').textContent.replace(/\\s+/g, '')"


def look(page, scheme="light", width=1200, media="screen"):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, media=media)
    return page


@pytest.fixture(scope="module", params=PAGES)
def opened(request, browser, server, names):
    """A page, what it loaded, and what it complained of."""
    context = browser.new_context(viewport={"width": 1200, "height": 900}, base_url=server.url, reduced_motion="reduce")
    page = context.new_page()
    page.named, page.complaints, page.elsewhere = request.param, [], []
    status = MISSING.get(request.param, 200)
    page.on("request", lambda it: page.elsewhere.append(it.url) if not it.url.startswith(server.url) else None)
    page.on("pageerror", lambda it: page.complaints.append(str(it)))
    page.on("console", lambda it: page.complaints.append(it.text)
            if it.type in ("error", "warning") and f"status of {status}" not in it.text else None)
    answer = page.goto(PAGES[request.param].format(**names), wait_until="load")
    assert answer.status == status
    yield page
    context.close()


def test_pictures(opened, pytestconfig):
    """Kept for people to look at."""
    folder = pathlib.Path(pytestconfig.getoption("--pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in ("light", "dark"):
        for width in (1200, 320):
            look(opened, scheme, width)
            height = min(opened.evaluate("document.documentElement.scrollHeight"), 3000)
            at = folder / f"{opened.named}-{width}-{scheme}.png"
            opened.screenshot(path=at, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
            assert at.stat().st_size > 1000


def test_loads_little_and_nothing_from_elsewhere(opened, server, names):
    assert not opened.elsewhere
    parts = opened.eval_on_selector_all(
        "link[rel=stylesheet], link[rel=icon], script[src], img", "all => all.map(it => it.getAttribute('href') || it.getAttribute('src'))")
    address = PAGES[opened.named].format(**names).split("#")[0]
    sizes = {part: len(server.get(part)) for part in parts} | {address: server.size(address)}
    assert len(sizes) >= 4 and sum(sizes.values()) <= 200 * KILO, sizes
    for ending in (".css", ".js"):
        assert 0 < sum(size for part, size in sizes.items() if part.endswith(ending)) <= 20 * KILO, sizes


def test_headings_in_order_and_one_title(opened):
    levels = opened.eval_on_selector_all("h1, h2, h3, h4, h5, h6", "all => all.map(it => Number(it.tagName[1]))")
    assert levels.count(1) == 1 and levels[0] == 1, levels
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), levels
    assert re.fullmatch(r"\S.* · Casus", opened.title())


def test_every_link_keeps_the_two_days(opened):
    links = opened.eval_on_selector_all("a[href^='/']:not([href^='/api'])", "all => all.map(it => it.getAttribute('href'))")
    assert len(links) >= 8
    lost = [it for it in links if not re.search(r"[?&]on=\d{4}-\d\d-\d\d(&|#|$)", it)
            or not re.search(r"[?&]known-by=\d{4}-\d\d-\d\d(&|#|$)", it)]
    assert not lost, lost[:10]


def test_nothing_is_cut_or_covered(opened):
    look(opened)
    cut = opened.evaluate(
        """[...document.querySelectorAll('main *, header *, footer *')].filter(it => {
            const style = getComputedStyle(it);
            if (it.closest('.unseen, .scroll, .picture, svg, datalist') || it.matches('input, textarea, select')) return false;
            return style.overflow !== 'visible' && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1);
        }).map(it => it.outerHTML.slice(0, 120))""")
    assert not cut, cut[:5]
    covered = opened.evaluate(
        """(() => {
            const boxes = [...document.querySelectorAll('button, input, select, textarea, .badge, a.letter, header a')]
                .filter(it => !it.closest('.unseen, .skip, details:not([open])'))
                .map(it => [it, it.getBoundingClientRect()]).filter(([, box]) => box.width > 2);
            const found = [];
            for (const [i, [a, one]] of boxes.entries()) for (const [b, other] of boxes.slice(i + 1, i + 60)) {
                if (a.contains(b) || b.contains(a)) continue;
                const over = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
                if (over > 1.5 && down > 1.5) found.push(a.outerHTML.slice(0, 80) + ' and ' + b.outerHTML.slice(0, 80));
            }
            return found;
        })()""")
    assert not covered, covered[:5]


def test_fits_a_narrow_screen(opened):
    look(opened, width=320)
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    wide = opened.evaluate(
        """[...document.querySelectorAll('body *')].filter(it => {
            const box = it.getBoundingClientRect();
            if (!box.width || it.closest('.scroll, .picture, .unseen, .skip, datalist')) return false;
            return box.right > 320.5 || box.left < -0.5;
        }).map(it => it.outerHTML.slice(0, 120))""")
    assert not wide, wide[:5]


def test_prints_its_words_and_not_its_forms(opened):
    look(opened, scheme="dark", media="print")
    assert opened.locator("h1").is_visible()
    shown = opened.eval_on_selector_all("header nav, .find, .days, main form, button", "all => all.filter(it => it.checkVisibility()).length")
    assert shown == 0
    # Nothing light on white, even where the screen is dark.
    light = opened.evaluate(
        """[...document.querySelectorAll('main *')].filter(it => it.childNodes.length && it.checkVisibility()).map(it => {
            const [r, g, b] = getComputedStyle(it).color.match(/[\\d.]+/g).map(Number);
            return [0.2126 * r + 0.7152 * g + 0.0722 * b, it.outerHTML.slice(0, 100)];
        }).filter(([light]) => light > 130)""")
    assert not light, light[:5]
    ground = opened.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), ground


def test_without_script_the_same_is_told(opened, browser, server, names):
    context = browser.new_context(java_script_enabled=False, base_url=server.url)
    try:
        page = context.new_page()
        page.goto(PAGES[opened.named].format(**names))
        without = page.evaluate(TOLD)
    finally:
        context.close()
    opened.evaluate("document.querySelectorAll('main button.quiet').forEach(it => it.remove())")
    assert len(without) > 40
    assert opened.evaluate(TOLD) == without


def test_keys_reach_everything_in_order(opened):
    look(opened)
    assert opened.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count() == 0
    # From its beginning, as if just opened.
    opened.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0); "
                    "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }")
    opened.evaluate(
        """window.reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
            .filter(it => it.type !== 'hidden' && it.checkVisibility())""")
    count, most, last = opened.evaluate("reachable.length"), 45, -1
    days = set(opened.evaluate("reachable.map((it, i) => it.type === 'date' ? i : -1).filter(i => i >= 0)"))
    while last < min(count, most) - 1:
        opened.keyboard.press("Tab")
        place, line, width, shadow, wide, on_screen, what = opened.evaluate(
            """(() => {
                const now = document.activeElement, style = getComputedStyle(now), box = now.getBoundingClientRect();
                return [reachable.indexOf(now), style.outlineStyle, parseFloat(style.outlineWidth), style.boxShadow,
                    box.width, box.bottom > 0 && box.top < innerHeight, now.outerHTML.slice(0, 100)];
            })()""")
        # A field for a day has parts, each a stop of its own.
        assert place == last + 1 or (place == last and place in days), (last, place, what)
        assert (line != "none" and width >= 2) or shadow != "none", f"no sign of focus on {what}"
        assert on_screen and wide > 0, f"the focus is out of sight on {what}"
        last = place


@pytest.mark.parametrize("scheme, width", [("light", 1200), ("dark", 320)])
def test_no_rule_of_wcag_is_broken(opened, scheme, width):
    look(opened, scheme, width)
    # Wide and light every rule; narrow and dark those that hang on the look.
    found = violations(opened, RULES if scheme == "light" else LOOKS)
    assert not found, "\n".join(found[:10])


def violations(page, rules=RULES):
    # What is folded away is looked at too.
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = false; })")
    return [
        f"{rule['id']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for rule in found["violations"] for node in rule["nodes"]
    ]


def test_nothing_was_complained_of(opened):
    assert not opened.complaints


def test_axe_sees_what_is_wrong(visit):
    page = visit("/about")
    page.evaluate("document.querySelector('h1').style.color = '#eee'; document.querySelector('.find label').remove()")
    page.evaluate("document.getElementById('find').removeAttribute('placeholder')")
    found = " ".join(violations(page))
    assert "color-contrast" in found and "label" in found
