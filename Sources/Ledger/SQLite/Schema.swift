import CasusCore

/// The tables of a ledger's file, version by version. docs/ledger-schema.md tells them to people.
enum Schema {
    /// "CASU", in the file's header: tells a ledger from other SQLite files.
    static let application = 0x4341_5355

    /// Each step brings a file from the version of its index to the next; a file of an older version is brought forward when it is
    /// opened for writing. What stands here once is never changed, only added to.
    static let steps = [tables + views, days]

    static var version: Int { steps.count }

    private static let tables = """
        CREATE TABLE text (
            id INTEGER PRIMARY KEY, sha TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
        CREATE VIRTUAL TABLE search USING fts5(
            body, content = 'text', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
        INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
        CREATE TABLE document (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, text INTEGER NOT NULL REFERENCES text, external_id TEXT,
            published INTEGER, publisher TEXT, title TEXT, author TEXT, url TEXT, body_start INTEGER NOT NULL) STRICT;
        CREATE INDEX document_text ON document (text);
        CREATE INDEX document_external ON document (external_id) WHERE external_id IS NOT NULL;
        CREATE TABLE rule_set (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE reading (
            id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document, rule_set INTEGER NOT NULL REFERENCES rule_set,
            finished INTEGER NOT NULL) STRICT;
        CREATE INDEX reading_document ON reading (document);
        CREATE INDEX reading_finished ON reading (finished, id);
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY, sid TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document, kind TEXT NOT NULL,
            a TEXT, b TEXT, type TEXT, status TEXT, first INTEGER, last INTEGER, date TEXT,
            start INTEGER NOT NULL, stop INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
        CREATE INDEX statement_document ON statement (document);
        CREATE TABLE held (
            statement INTEGER NOT NULL REFERENCES statement, from_reading INTEGER NOT NULL REFERENCES reading,
            until_reading INTEGER REFERENCES reading, sentence INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
            PRIMARY KEY (statement, from_reading)) STRICT, WITHOUT ROWID;
        CREATE TABLE link (
            statement INTEGER NOT NULL REFERENCES statement, relation TEXT NOT NULL, n INTEGER NOT NULL,
            target INTEGER NOT NULL REFERENCES statement, from_reading INTEGER NOT NULL REFERENCES reading,
            until_reading INTEGER REFERENCES reading, PRIMARY KEY (statement, relation, n, from_reading)) STRICT, WITHOUT ROWID;
        CREATE INDEX link_target ON link (target);
        CREATE TABLE actor (
            id INTEGER PRIMARY KEY, code TEXT, sector TEXT, name TEXT NOT NULL, cow INTEGER, gw INTEGER) STRICT;
        CREATE UNIQUE INDEX actor_named ON actor (name, ifnull(code, ''), ifnull(sector, ''));
        CREATE TABLE party (
            statement INTEGER NOT NULL REFERENCES statement, role TEXT NOT NULL, n INTEGER NOT NULL,
            actor INTEGER NOT NULL REFERENCES actor, PRIMARY KEY (statement, role, n)) STRICT, WITHOUT ROWID;
        CREATE TABLE involved (
            code TEXT NOT NULL, day INTEGER NOT NULL, statement INTEGER NOT NULL REFERENCES statement,
            PRIMARY KEY (code, day, statement)) STRICT, WITHOUT ROWID;
        CREATE TABLE dyad (
            a TEXT NOT NULL, b TEXT NOT NULL, day INTEGER NOT NULL, statement INTEGER NOT NULL REFERENCES statement,
            PRIMARY KEY (a, b, day, statement)) STRICT, WITHOUT ROWID;
        CREATE TABLE correction (
            id INTEGER PRIMARY KEY, statement TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, by TEXT NOT NULL,
            at INTEGER NOT NULL, note TEXT) STRICT;
        CREATE TABLE forgotten (
            key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE treaty (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, signed TEXT NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE duty (
            treaty TEXT NOT NULL REFERENCES treaty, n INTEGER NOT NULL, debtor TEXT NOT NULL, creditor TEXT NOT NULL, kind TEXT NOT NULL,
            article TEXT, PRIMARY KEY (treaty, n)) STRICT, WITHOUT ROWID;

        """

    /// For people and other programs; Casus itself reads the tables.
    private static let views = """
        CREATE VIEW documents AS
            SELECT d.key, d.external_id, date(d.published + 2440587.5) AS published, d.publisher, d.title, d.author, d.url, t.sha,
                length(t.body) AS characters,
                (SELECT datetime(max(r.finished), 'unixepoch') FROM reading r WHERE r.document = d.id) AS last_read
            FROM document d JOIN text t ON t.id = d.text;
        CREATE VIEW quote AS
            SELECT s.id AS statement, s.sid, substr(t.body, s.start + 1, s.stop - s.start) AS quote
            FROM statement s JOIN document d ON d.id = s.document JOIN text t ON t.id = d.text;
        CREATE VIEW statements AS
            SELECT s.sid, s.kind, s.type, s.status, s.a, s.b, s.date, date(s.first + 2440587.5) AS date_from,
                CASE WHEN s.last < 2147483647 THEN date(s.last + 2440587.5) END AS date_to,
                coalesce(d.external_id, d.key) AS document, d.publisher, date(d.published + 2440587.5) AS published, h.sentence,
                s.start AS span_start, s.stop AS span_end, substr(t.body, s.start + 1, s.stop - s.start) AS quote, h.rule,
                h.confidence, datetime(r.finished, 'unixepoch') AS recorded, s.body
            FROM statement s JOIN held h ON h.statement = s.id AND h.until_reading IS NULL JOIN reading r ON r.id = h.from_reading
                JOIN document d ON d.id = s.document JOIN text t ON t.id = d.text;
        CREATE VIEW parties AS
            SELECT s.sid, p.role, p.n, a.code, a.sector, a.name, a.cow, a.gw
            FROM party p JOIN statement s ON s.id = p.statement JOIN actor a ON a.id = p.actor;
        CREATE VIEW links AS
            SELECT s.sid, l.relation, l.n, t.sid AS target
            FROM link l JOIN statement s ON s.id = l.statement JOIN statement t ON t.id = l.target
            WHERE l.until_reading IS NULL;
        CREATE VIEW corrections AS
            SELECT statement AS sid, field, value, by, datetime(at, 'unixepoch') AS at, note FROM correction;

        """

    /// Every statement by its day, for questions that name nobody.
    private static let days = """
        CREATE TABLE dated (
            day INTEGER NOT NULL, statement INTEGER NOT NULL REFERENCES statement, PRIMARY KEY (day, statement)) STRICT, WITHOUT ROWID;
        INSERT INTO dated SELECT coalesce(s.first, d.published, \(StatementWriter.noDay)), s.id
            FROM statement s JOIN document d ON d.id = s.document ORDER BY 1, 2;

        """
}
