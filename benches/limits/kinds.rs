//! Files of any size that are one construct again and again: each kind of a list, a mark, a value that people write, and what
//! they might write by mistake. For the benchmark and for tests.
//!
//! All of them are read by this program; what only its limits keep from other software is not here.

use std::fs;
use std::io;
use std::path::Path;

/// A kind of file: its name, what stands first, a part that is repeated, what stands after the parts, what closes each part,
/// and what stands last. `{n}` in a part is its number, `{m}` the number after it.
pub type Kind = [&'static str; 6];

/// Where the files of a kind lie, and what stands around them.
pub struct Place {
    pub file: &'static str,
    before: &'static str,
    after: &'static str,
    pub raw_html: bool,
    pub kinds: &'static [Kind],
}

/// All kinds.
pub const PLACES: &[Place] = &[
    Place {
        file: "content/book/page.ru.md",
        before: "---\ntitle: А\nkind: form\n---\n\n",
        after: "",
        raw_html: false,
        kinds: TEXT,
    },
    Place { file: "content/book/page.ru.md", before: "---\ntitle: А\n---\n\n", after: "", raw_html: true, kinds: RAW },
    Place {
        file: "content/book/page.ru.md",
        before: "---\ntitle: А\n",
        after: "\n---\nа\n",
        raw_html: false,
        kinds: FRONT,
    },
    Place { file: "content/book/page.ru.md", before: "", after: "", raw_html: false, kinds: PAGE },
    Place { file: "content/book/record.yaml", before: "", after: "", raw_html: false, kinds: RECORD },
    Place { file: "content/words/term.yaml", before: "", after: "", raw_html: false, kinds: TERM },
    Place { file: "content/synonyms.yaml", before: "", after: "", raw_html: false, kinds: SYNONYMS },
    Place { file: "content/home.yaml", before: "", after: "", raw_html: false, kinds: HOME },
    Place { file: "content/site.yaml", before: "", after: "", raw_html: false, kinds: SITE },
    Place { file: "i18n/ru.yaml", before: "", after: "", raw_html: false, kinds: WORDS },
    Place {
        file: "content/book/a.svg",
        before: "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">",
        after: "</svg>",
        raw_html: false,
        kinds: SHAPES,
    },
    Place { file: "content/book/a.svg", before: "", after: "", raw_html: false, kinds: DRAWING },
];

impl Place {
    /// Makes a small site around a file of this kind that has about `size` bytes.
    ///
    /// # Errors
    /// What the machine says when it cannot write.
    pub fn write(&self, kind: &Kind, size: usize, root: &Path) -> io::Result<()> {
        let put = |file: &str, text: &str| {
            let file = root.join(file);
            fs::create_dir_all(file.parent().unwrap_or(root))?;
            fs::write(file, text)
        };
        put("content/site.yaml", &format!("{SITE_FILE}raw_html: {}\n", self.raw_html))?;
        for (file, text) in AROUND {
            put(file, text)?;
        }
        put(self.file, &self.text(kind, size))
    }

    /// The text of such a file.
    fn text(&self, kind: &Kind, size: usize) -> String {
        let [_, before, open, middle, close, after] = kind;
        let part = open.len() + close.len();
        let around = self.before.len() + before.len() + middle.len() + after.len() + self.after.len();
        let mut text = String::with_capacity(size + 64);
        text += self.before;
        text += before;
        let mut parts = 0;
        while text.len() + parts * close.len() + part + around < size || parts == 0 {
            let (n, m) = (parts.to_string(), (parts + 1).to_string());
            text += &if open.contains(['{']) { open.replace("{n}", &n).replace("{m}", &m) } else { open.to_string() };
            parts += 1;
        }
        text += middle;
        text += &close.repeat(parts);
        text += after;
        text += self.after;
        text
    }
}

const SITE_FILE: &str = "title: {ky: а, ru: б}\npublications:\n  - {id: book, title: {ky: а, ru: б}}\n  - {id: words, title: {ky: а, ru: б}}\n";

/// The other files of the site: what the kinds refer to.
const AROUND: &[(&str, &str)] = &[
    ("content/book/index.ky.md", "---\ntitle: А\n---\n\n![а](a.svg)\n"),
    ("content/book/index.ru.md", "---\ntitle: А\n---\n\n![а](a.svg)\n\n## а {#a}\n"),
    ("content/words/index.ru.md", "---\ntitle: А\n---\n"),
    ("content/words/school.yaml", "type: term\ntitle: {ky: мектеп, ru: лицей}\ndefinition: {ky: а, ru: б}\n"),
    ("content/book/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"></svg>"),
    (
        "content/book/sources.yaml",
        "type: sources\nitems:\n  - {id: law, title: {ky: а, ru: б}, checked_on: 2026-11-01}\n",
    ),
    ("content/book/fields.yaml", "type: fields\nitems:\n  - {id: food, title: {ky: а, ru: б}}\n"),
    ("content/book/regions.yaml", "type: regions\nitems:\n  - {id: talas, title: {ky: а, ru: б}}\n"),
    (
        "content/book/steps.yaml",
        "type: steps\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nitems:\n  - {id: self, title: {ky: а, ru: б}, text: {ky: а, ru: б}}\n",
    ),
];

/// Markdown of a form.
const TEXT: &[Kind] = &[
    ["quotes", "", "> ", "а\n", "", ""],
    ["quotes_lines", "", "> а\n\n", "", "", ""],
    ["list", "", "- ", "а\n", "", ""],
    ["list_num", "", "1. ", "а\n", "", ""],
    ["list_items", "", "- а\n", "", "", ""],
    ["list_loose", "", "- а\n\n", "", "", ""],
    ["star", "", "*", "а", "*", ""],
    ["star_open", "", "*а ", "", "", ""],
    ["star_a", "", "*а **а ", "", "", ""],
    ["star_mix", "", "*а_ ", "", "", ""],
    ["under", "", "_", "а", "_", ""],
    ["strike", "", "~~а~ ", "", "", ""],
    ["strong_em", "", "***а** б*", "", "", ""],
    ["bracket", "", "[", "", "", ""],
    ["bracket_pair", "", "[", "а", "]", ""],
    ["bracket_close", "", "]", "", "", ""],
    ["link_nest", "", "[", "а", "](b)", ""],
    ["image_nest", "", "![", "а", "](a.svg)", ""],
    ["links", "", "[а](https://a.kg) ", "", "", ""],
    ["links_local", "", "[а](index.ru.md) ", "", "", ""],
    ["links_missing", "", "[а](nope.ru.md) ", "", "", ""],
    ["link_paren", "", "[a](", "", "", ""],
    ["link_paren2", "", "[a](<b", "", "", ""],
    ["link_paren3", "", "[a](b \"", "", "", ""],
    ["link_close", "", "](b) ", "", "", ""],
    ["link_spaces", "", "[а](b c) ", "", "", ""],
    ["links_nowords", "", "[](#a) ", "", "", ""],
    ["autolink", "", "<https://a.kg> ", "", "", ""],
    ["bare", "", "https://a.kg ", "", "", ""],
    ["bare_glue", "", "https://", "", "", ""],
    ["www", "", "www.", "", "", ""],
    ["www2", "", "www.a.kg,", "", "", ""],
    ["mail", "", "a@", "", "", ""],
    ["mail2", "", "a@b.kg ", "", "", ""],
    ["mail3", "", "a.", "", "", ""],
    ["colon", "", "http:", "", "", ""],
    ["bare_parens", "", "(", "https://a.kg/", ")", ""],
    ["bare_paren2", "https://a.kg/", ")", "", "", ""],
    ["bare_ent", "https://a.kg/", "&amp;", "", "", ""],
    ["defs", "", "[{n}]: https://a.kg\n", "", "", ""],
    ["defs_used", "", "[{n}]: https://a.kg\n[{n}]\n\n", "", "", ""],
    ["undefined", "", "[а][{n}] ", "", "", ""],
    ["undefined1", "", "[{n}] ", "", "", ""],
    ["defs_long", "", "[a]: b \"", "", "", ""],
    ["fn_unclosed", "", "[^a", "", "", ""],
    ["fn_refs", "", "а[^{n}] ", "", "", ""],
    ["fn_one", "", "а[^1] ", "", "", "\n\n[^1]: а\n"],
    ["fn_defs", "", "[^{n}]: а\n\n", "", "", ""],
    ["fn_both", "", "а[^{n}]\n\n[^{n}]: б\n\n", "", "", ""],
    ["fn_chain", "", "[^{n}]: а[^{m}]\n\n", "", "", ""],
    ["fn_in_fn", "", "[^{n}]: ", "", "", ""],
    ["fn_nest", "", "[^{n}]:\n", "", "", ""],
    ["fn_table", "", "[^{n}]: а\n\n    | а |\n    |---|\n    | б |\n\n", "", "", ""],
    ["headings", "", "## а\n\n", "", "", ""],
    ["headings_n", "", "## а {n}\n\n", "", "", ""],
    ["headings_id", "", "## а {#a{n}}\n\n", "", "", ""],
    ["headings_dup", "", "## а {#a}\n\n", "", "", ""],
    ["headings_bad", "", "## а {#б}\n\n", "", "", ""],
    ["h1", "", "# а\n\n", "", "", ""],
    ["heading_plain", "", "##а\n\n", "", "", ""],
    ["heading_plain2", "", "##А\n", "", "", ""],
    ["heading_levels", "", "###### а\n\n", "", "", ""],
    ["heading_attr", "## а {", ".a ", "", "", "}\n"],
    ["heading_attr2", "## а ", "{#", "", "", "\n"],
    ["setext", "", "а\n===\n", "", "", ""],
    ["rules", "", "---\n\n", "", "", ""],
    ["blanks", "", "________ ", "", "", ""],
    ["blanks1", "", "_", "", "", ""],
    ["blanks_x", "", "________x", "", "", ""],
    ["spaces", "", " ", "а\n", "", ""],
    ["spaces_mid", "а", " ", "", "", "б\n"],
    ["tabs", "", "\t", "а\n", "", ""],
    ["newlines", "", "\n", "", "", ""],
    ["hardbreaks", "", "а\\\n", "", "", ""],
    ["hardbreaks2", "", "а  \n", "", "", ""],
    ["softbreaks", "", "а\n", "", "", ""],
    ["brs", "", "<br>", "", "", ""],
    ["plain", "", "Окуучу мектепте окуйт. ", "", "", ""],
    ["word", "", "а", "", "", ""],
    ["quotes_straight", "", "\"", "", "", ""],
    ["quotes_words", "", "\"а\" ", "", "", ""],
    ["apostrophes", "", "'", "", "", ""],
    ["dashes", "а ", "- - ", "", "", ""],
    ["dash_em", "а", " — ", "", "", ""],
    ["table_rows", "| а | б |\n|---|---|\n", "| а | б |\n", "", "", ""],
    ["table_cut", "| а | б |\n|---|---|\n", "| а | б | в |\n", "", "", ""],
    ["table_cut_long", "| а | б |\n|---|---|\n", "| а ", "", "", ""],
    ["table_short", "| а | б | в |\n|---|---|---|\n", "|\n", "", "", ""],
    ["tables", "", "| а |\n|---|\n| б |\n\n", "", "", ""],
    ["table_captions", "", "Table: а {#t{n}}\n\n| а |\n|---|\n| б |\n\n", "", "", ""],
    ["table_norule", "", "| а | б |\n", "", "", ""],
    ["table_pasted", "", "а\tб\n", "", "", ""],
    ["table_code", "| а |\n|---|\n| ", "`|", "", "", ""],
    ["table_links", "| а |\n|---|\n| ", "[|](", "", "", ""],
    ["caption_brackets", "![а](a.svg \"", "[", "", "", "\")"],
    ["caption_braces", "![а](a.svg \"", "{#", "", "", "}\")"],
    ["caption_table", "Table: ", "[", "", "", "\n\n| а |\n|---|\n| б |\n"],
    ["caption_table2", "Table: ", "*а* ", "", "", "\n\n| а |\n|---|\n| б |\n"],
    ["images", "", "![а](a.svg)\n\n", "", "", ""],
    ["images_alt", "", "![](a.svg)\n\n", "", "", ""],
    ["images_inline", "", "![а](a.svg) ", "", "", ""],
    ["images_cap", "", "![а](a.svg \"б {#f{n}}\")\n\n", "", "", ""],
    ["data", "", "![](steps.yaml)\n\n", "", "", ""],
    ["data_inline", "", "![](steps.yaml) ", "", "", ""],
    ["data_ref", "", "[](steps.yaml) ", "", "", ""],
    ["code_fences", "", "```\nа\n```\n\n", "", "", ""],
    ["code_rust", "```rust\n", "let a = \"b\";\n", "", "", "```\n"],
    ["code_rust_line", "```rust\n", "a ", "", "", "\n```\n"],
    ["code_many", "", "```rust\nlet a = 1;\n```\n\n", "", "", ""],
    ["code_html_line", "```html\n", "<b ", "", "", "\n```\n"],
    ["code_unclosed", "```\n", "а\n", "", "", ""],
    ["code_nest", "", "> ```\n\n", "", "", ""],
    ["code_spans", "", "`а` ", "", "", ""],
    ["ticks", "", "`", "", "", ""],
    ["ticks_words", "", "`a ``b ", "", "", ""],
    ["math", "", "$a ", "", "", ""],
    ["indented", "", "    а\n", "", "", ""],
    ["boxes", "", "> [!TIP]\n> а\n\n", "", "", ""],
    ["boxes_own", "", "> [!TIP] а\n> б\n\n", "", "", ""],
    ["boxes_unknown", "", "> [!TIPS]\n> а\n\n", "", "", ""],
    ["boxes_out", "", "[!TIP]\n\n", "", "", ""],
    ["tasks", "", "- [ ] а\n", "", "", ""],
    ["tasks_cyr", "", "- [х] а\n", "", "", ""],
    ["deflist", "", "а\n: б\n\n", "", "", ""],
    ["deflist2", "", "а\n: ", "", "", ""],
    ["colons", "а\n", ": ", "", "", "б\n"],
    ["lost_list", "", "• а\n", "", "", ""],
    ["lost_list2", "", "а\n• а\n\n", "", "", ""],
    ["lost_emph", "", "** а ** ", "", "", ""],
    ["lost_emph2", "", "**а ", "", "", ""],
    ["lost_wiki", "", "[[а]] ", "", "", ""],
    ["lost_wiki_open", "", "[[", "", "", ""],
    ["lost_hl", "", "==", "", "", ""],
    ["lost_hl2", "", "==а== ", "", "", ""],
    ["lost_shortcode", "", "{{ ", "", "", ""],
    ["lost_shortcode2", "", "{{a}} ", "", "", ""],
    ["lost_attr", "", "{#a} ", "", "", ""],
    ["lost_attr2", "", "{.", "", "", ""],
    ["lost_toc", "", "[TOC]\n", "", "", ""],
    ["lost_excl", "", "!!! note\n", "", "", ""],
    ["backslash", "", "\\", "", "", ""],
    ["backslash_star", "", "\\*", "", "", ""],
    ["backslash_run_star", "", "\\", "", "", "**а**"],
    ["lt", "", "<", "", "", ""],
    ["lt_run", "", "<а", "", "", ""],
    ["lt_br", "", "<abbr title=\"", "", "", ""],
    ["gt", "", ">", "", "", ""],
    ["amp", "", "&", "", "", ""],
    ["amp2", "", "&amp;", "", "", ""],
    ["amp3", "", "&a", "", "", ""],
    ["html_off", "", "<b>", "а", "</b>", ""],
    ["html_off_un", "", "<b>", "", "", ""],
    ["html_close", "", "</b>", "", "", ""],
    ["html_div", "", "<div>\n\n", "", "", ""],
    ["html_sub", "", "<sub>", "а", "</sub>", ""],
    ["html_sub_un", "", "<sub>а ", "", "", ""],
    ["html_abbr", "", "<abbr title=\"а\">б</abbr> ", "", "", ""],
    ["html_comment", "", "<!-- а -->\n\n", "", "", ""],
    ["html_comment_open", "", "<!-- ", "", "", ""],
    ["html_comment_open2", "", "а <!-- ", "", "", ""],
    ["html_cdata", "", "<![CDATA[ ", "", "", ""],
    ["html_pi", "", "а <? ", "", "", ""],
    ["html_decl", "", "а <!A ", "", "", ""],
    ["html_attr", "а <b", " a=\"b\"", "", "", ">"],
    ["html_attr_open", "", "<a b=\"", "", "", ""],
    ["forbidden", "", "\u{8}", "", "", ""],
    ["nbsp", "", "\u{a0}а", "", "", ""],
    ["shy", "", "\u{ad}", "", "", ""],
    ["combining", "а", "\u{301}", "", "", ""],
    ["emoji", "", "👩\u{200d}👩\u{200d}👧 ", "", "", ""],
    ["conflict", "", "<<<<<<< a\n", "", "", ""],
    ["conflict2", "", "<<<<<<< a\nа\n=======\nб\n>>>>>>> c\n", "", "", ""],
    ["helpers", "", "**«а»**б ", "", "", ""],
    ["helpers2", "", "а*«", "", "", ""],
    ["flank", "", "а**\"", "", "", ""],
    ["flank_marks", "", "*!", "", "", ""],
    ["mixed_nest", "", "> - 1. ", "а\n", "", ""],
    ["glossary", "", "мектеп ", "", "", ""],
    ["glossary2", "", "## а\n\nмектеп лицей\n\n", "", "", ""],
];

/// Markdown of a page of a site with `raw_html: true`.
const RAW: &[Kind] = &[
    ["raw_b", "<b>а</b> ", "<b>", "а", "</b>", ""],
    ["raw_div", "<b>а</b> ", "<div>\n", " ", "</div>\n", ""],
    ["raw_b_un", "<b>а</b> ", "<b>", "", "", ""],
    ["raw_p_un", "<b>а</b> ", "<p>", "", "", ""],
    ["raw_a_un", "<b>а</b> ", "<a>", "", "", ""],
    ["raw_table", "<b>а</b> ", "<table><tr><td>", "", "", ""],
    ["raw_lt", "<b>а</b> ", "<", "", "", ""],
    ["raw_ltb", "<b>а</b> ", "<b", "", "", ""],
    ["raw_close", "<b>а</b> ", "</b>", "", "", ""],
    ["raw_ul", "<b>а</b> ", "<ul><li>", "", "", ""],
    ["raw_sc", "<b>а</b> ", "<script>", "", "", ""],
    ["raw_svg", "<b>а</b> ", "<svg><g>", "", "", ""],
    ["raw_b_i", "<b>а</b> ", "<b><i>", "", "", ""],
    ["raw_ab", "<b>а</b> ", "<a href=x><b>", "", "</a>", ""],
    ["raw_fmt", "<b>а</b> ", "<b><p></b>", "", "", ""],
    ["raw_amp", "<b>а</b> ", "&amp", "", "", ""],
    ["raw_com", "<b>а</b> ", "<!-- a --> <b>", "", "", ""],
    ["raw_id", "<b>а</b> ", "<i id=\"a{n}\">а</i> ", "", "", ""],
    ["raw_quot", "<b>а</b> ", "<b title=\"", "", "", ""],
    ["raw_select", "<b>а</b> ", "<select><option>", "", "", ""],
    ["raw_font", "<b>а</b> ", "<font color=a>", "", "", ""],
    ["raw_nobr", "<b>а</b> ", "<nobr>", "", "", ""],
    ["raw_h", "<b>а</b> ", "<h1>", "", "", ""],
    ["raw_dd", "<b>а</b> ", "<dd>", "", "", ""],
    ["raw_text", "<b>а</b> ", "<i>а</i> ", "", "", ""],
    ["raw_figure", "<b>а</b> ", "<figure>\n", "", "", ""],
    ["raw_nbsp", "<b>а</b> ", "а\u{a0}", "", "", ""],
    ["raw_quotes", "<b>а</b> ", "«а» ", "", "", ""],
    ["raw_references", "<b>а</b> ", "&lt;", "", "", ""],
    ["raw_references_block", "<div>\n", "&amp;", "", "", "\n</div>\n"],
    ["raw_alt", "<b>а</b> ![", "&«", "", "", "](a.svg)\n"],
    ["raw_heading", "<b>а</b>\n\n## ", "«&» ", "", "", "\n"],
    ["raw_address", "<b>а</b> [а](https://a.kg/?", "&b", "", "", ")\n"],
    ["raw_li", "<b>а</b> ", "<li>а ", "", "", ""],
    ["raw_comment_gt", "<div>\n<!-- ", ">", "", "", " -->\n</div>\n"],
    ["raw_math", "<b>а</b> ", "<math><mi>", "", "", ""],
    ["raw_form", "<b>а</b> ", "<template>", "", "", ""],
];

/// Front matter, after its title.
const FRONT: &[Kind] = &[
    ["fm_dash", "sources:\n  ", "- ", "а", "", ""],
    ["fm_q", "", "? ", "а", "", ""],
    ["fm_colon", "", "a: ", "а", "", ""],
    ["fm_alias", "a: &a [1]\nb: [", "*a, ", "", "", "]"],
    ["fm_anchor", "x: ", "&a{n} ", "1", "", ""],
    ["fm_anchors", "", "x{n}: &a{n} 1\n", "", "", ""],
    ["fm_tag", "x: ", "!a ", "", "", ""],
    ["fm_keys", "", "key{n}: а\n", "", "", ""],
    ["fm_keys_dup", "", "key: а\n", "", "", ""],
    ["fm_search_terms", "search_terms:\n", "  - а\n", "", "", ""],
    ["fm_sources", "sources:\n", "  - {title: а, url: \"https://a.kg\", checked_on: 2020-01-01}\n", "", "", ""],
    ["fm_sources_bad", "sources:\n", "  - {title: 5, ulr: x}\n", "", "", ""],
    ["fm_quote", "summary: ", "\"", "", "", ""],
    ["fm_quote_open", "summary: \"", "а ", "", "", ""],
    ["fm_hash", "", "а{n}: б #в\n", "", "", ""],
    ["fm_hash1", "summary: а", " #а", "", "", ""],
    ["fm_long", "summary: ", "а", "", "", ""],
    ["fm_longkey", "", "а", "", "", ""],
    ["fm_spaces", "summary: а", " ", "", "", ""],
    ["fm_lines", "", "\n", "", "", ""],
    ["fm_tabs", "", "\tа: б\n", "", "", ""],
    ["fm_esc", "summary: \"", "\\x41", "", "", "\""],
    ["fm_plus", "search_terms:\n", "  - +5\n", "", "", ""],
    ["fm_float", "search_terms:\n", "  - 1.5\n", "", "", ""],
    ["fm_block_scalar", "summary: |\n", "  а\n", "", "", ""],
    ["fm_aud", "audience: [", "pupil, ", "", "", "pupil]"],
    ["fm_aliases", "aliases:\n", "  - book/old{n}.html\n", "", "", ""],
];

/// A whole page.
const PAGE: &[Kind] = &[["fm_nodash", "---\n", "title: а\n", "", "", ""], ["fm_none", "", "title: а\n", "", "", ""]];

/// A record in a publication.
const RECORD: &[Kind] = &[
    [
        "y_sources",
        "type: sources\nitems:\n",
        "  - {id: s{n}, title: {ky: а, ru: б}, url: \"https://a.kg\", checked_on: 2020-01-01}\n",
        "",
        "",
        "",
    ],
    [
        "y_sources_dup",
        "type: sources\nitems:\n",
        "  - {id: s, title: {ky: а, ru: б}, checked_on: 2026-11-01}\n",
        "",
        "",
        "",
    ],
    ["y_sources_bad", "type: sources\nitems:\n", "  - {id: s{n}, title: {ky: а}}\n", "", "", ""],
    ["y_fields", "type: fields\nitems:\n", "  - {id: s{n}, title: {ky: а, ru: б}}\n", "", "", ""],
    [
        "y_inst",
        "type: institutions\nitems:\n",
        "  - {id: s{n}, title: {ky: а, ru: б}, kind: college, region: talas, status: open, source: law}\n",
        "",
        "",
        "",
    ],
    [
        "y_inst_bad",
        "type: institutions\nitems:\n",
        "  - {id: s{n}, title: {ky: а, ru: б}, kind: college, region: tala, status: open, source: lw}\n",
        "",
        "",
        "",
    ],
    [
        "y_steps",
        "type: steps\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nitems:\n",
        "  - {id: s{n}, title: {ky: а, ru: б}, text: {ky: а, ru: б}}\n",
        "",
        "",
        "",
    ],
    [
        "y_orgs",
        "type: organisations\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nlevels:\n  - {id: l, title: {ky: а, ru: б}}\nitems:\n",
        "  - {id: s{n}, level: l, title: {ky: а, ru: б}, role: {ky: а, ru: б}, source: law}\n",
        "",
        "",
        "",
    ],
    [
        "y_orgs_links",
        "type: organisations\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nlevels:\n  - {id: l, title: {ky: а, ru: б}}\nitems:\n",
        "  - {id: s{n}, level: l, title: {ky: а, ru: б}, role: {ky: а, ru: б}, source: law, links: [{to: s1}, {to: s2}]}\n",
        "",
        "",
        "",
    ],
    [
        "y_path",
        "type: pathway\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nlevels:\n  - {id: l, title: {ky: а, ru: б}}\n  - {id: m, title: {ky: а, ru: б}}\nitems:\n",
        "  - {id: s{n}, level: l, title: {ky: а, ru: б}, links: [{to: t{n}}]}\n  - {id: t{n}, level: m, title: {ky: а, ru: б}}\n",
        "",
        "",
        "",
    ],
    [
        "y_levels",
        "type: pathway\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nlevels:\n",
        "  - {id: l{n}, title: {ky: а, ru: б}}\n",
        "",
        "",
        "items:\n  - {id: s, level: l1, title: {ky: а, ru: б}}\n",
    ],
    [
        "y_links",
        "type: pathway\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nlevels:\n  - {id: l, title: {ky: а, ru: б}}\n  - {id: m, title: {ky: а, ru: б}}\nitems:\n  - {id: b, level: m, title: {ky: а, ru: б}}\n  - {id: a, level: l, title: {ky: а, ru: б}, links: [",
        "{to: b}, ",
        "",
        "",
        "{to: b}]}\n",
    ],
    [
        "y_chain",
        "type: pathway\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nlevels:\n  - {id: l, title: {ky: а, ru: б}}\nitems:\n",
        "  - {id: s{n}, level: l, title: {ky: а, ru: б}, links: [{to: s{m}}]}\n",
        "",
        "",
        "",
    ],
    [
        "y_roadmap",
        "type: roadmap\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\nitems:\n",
        "  - {task: {ky: а, ru: б}, who: {ky: а, ru: б}, when: \"2022\", result: {ky: а, ru: б}}\n",
        "",
        "",
        "",
    ],
    [
        "y_events",
        "type: events\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nitems:\n",
        "  - {date: \"2018-05\", title: {ky: а, ru: б}, source: law}\n",
        "",
        "",
        "",
    ],
    [
        "y_table",
        "type: table\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\ncolumns:\n  - {id: a, title: {ky: а, ru: б}}\nrows:\n",
        "  - {a: 1}\n",
        "",
        "",
        "",
    ],
    [
        "y_table_cols",
        "type: table\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nsources: [law]\ncolumns:\n",
        "  - {id: a{n}, title: {ky: а, ru: б}}\n",
        "",
        "",
        "rows:\n  - {a1: 1}\n  - {a2: 2}\n",
    ],
    [
        "y_lesson",
        "type: lesson\nkind: lesson\nnumber: 1\nstep: self\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nminutes: 45\naims:\n",
        "  - {ky: а., ru: б.}\n",
        "",
        "",
        "",
    ],
    [
        "y_lesson_course",
        "type: lesson\nkind: lesson\nnumber: 1\nstep: self\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nminutes: 45\ncourse:\n",
        "  - {minutes: 5, title: {ky: а, ru: б}, text: {ky: в, ru: г}}\n",
        "",
        "",
        "",
    ],
    [
        "y_prof",
        "type: profession\ntitle: {ky: а, ru: б}\nfield: food\nsummary: {ky: а, ru: б}\ntasks:\n",
        "  - {ky: а., ru: б.}\n",
        "",
        "",
        "",
    ],
    [
        "y_prof_related",
        "type: profession\ntitle: {ky: а, ru: б}\nfield: food\nsummary: {ky: а, ru: б}\nrelated: [",
        "x{n}, ",
        "",
        "",
        "x]\n",
    ],
    ["y_dash", "type: fields\nitems:\n", "- ", "а", "", ""],
    ["y_q", "", "? ", "а", "", ""],
    ["y_merge", "type: fields\na: &a {b: 1}\n", "c{n}: {<<: *a}\n", "", "", ""],
    ["y_unknown", "type: fields\nitems: []\n", "key{n}: 1\n", "", "", ""],
    ["y_slip", "type: fields\n", "key{n} value\n", "", "", ""],
    ["y_slip2", "type: fields\n", "  - \"а\" б\n", "", "", ""],
    ["y_slip3", "type: fields\n", "title: {ky: а: б, ru: в}\n", "", "", ""],
    ["y_slip4", "type: fields\n", "{ky: а, \n", "", "", ""],
    ["y_slip5", "type: fields\n", "a: \"\n", "", "", ""],
    ["y_slip6", "type: fields\n", "a: [а # б\n", "", "", ""],
    [
        "y_md_lost_many",
        "type: lesson\nkind: lesson\nnumber: 1\nstep: self\ntitle: {ky: а, ru: б}\nsummary: {ky: а, ru: б}\nminutes: 45\naims:\n",
        "  - {ky: \"**а\", ru: б.}\n",
        "",
        "",
        "",
    ],
    ["y_anchor_long", "type: fields\nb: [", "*a{n}, ", "", "", "1]"],
    ["y_wrongtype", "type: sources\nitems:\n", "  - 5\n", "", "", ""],
];

/// A term of the glossary.
const TERM: &[Kind] = &[
    [
        "y_term_also",
        "type: term\ntitle: {ky: а, ru: б}\ndefinition: {ky: а, ru: б}\nalso:\n  ky: [",
        "а{n}, ",
        "",
        "",
        "а]\n",
    ],
    ["y_md_quotes", "type: term\ntitle: {ky: а, ru: б}\ndefinition:\n  ky: \"", "> ", "", "", "а\"\n  ru: а\n"],
    ["y_md_lost", "type: term\ntitle: {ky: а, ru: б}\ndefinition:\n  ky: \"", "**а ", "", "", "а\"\n  ru: а\n"],
];

/// The synonyms.
const SYNONYMS: &[Kind] = &[
    ["y_synonyms", "groups:\n", "  - {ky: [а{n}], ru: [б{n}, в{n}]}\n", "", "", ""],
    ["y_syn_one", "groups:\n  - {ky: [а, ", "б{n}, ", "", "", "в]}\n"],
];

/// The home page.
const HOME: &[Kind] = &[[
    "y_home",
    "title: {ky: а, ru: б}\nlead: {ky: а, ru: б}\ndoors:\n",
    "  - {title: {ky: а, ru: б}, text: {ky: а, ru: б}}\n",
    "",
    "",
    "",
]];

/// site.yaml.
const SITE: &[Kind] = &[
    ["site_pubs", "title: {ky: а, ru: б}\npublications:\n", "  - {id: b{n}, title: {ky: а, ru: б}}\n", "", "", ""],
    [
        "site_publish",
        "title: {ky: а, ru: б}\npublications:\n  - {id: book, title: {ky: а, ru: б}}\n  - {id: words, title: {ky: а, ru: б}}\npublish:\n",
        "  - book/**/*a{n}*.pdf\n",
        "",
        "",
        "",
    ],
    [
        "site_publish_star",
        "title: {ky: а, ru: б}\npublications:\n  - {id: book, title: {ky: а, ru: б}}\n  - {id: words, title: {ky: а, ru: б}}\npublish: [\"",
        "*a",
        "",
        "",
        "\"]\n",
    ],
];

/// Words of the interface.
const WORDS: &[Kind] =
    &[["i18n_unknown", "", "key{n}: а\n", "", "", ""], ["i18n_plural", "nav:\n  next: \"", "{a} ", "", "", "\"\n"]];

/// What is in a drawing.
const SHAPES: &[Kind] = &[
    ["svg_flat", "", "<g/>", "", "", ""],
    ["svg_style", "<style>", ".a{fill:red} ", "", "", "</style>"],
    ["svg_style_open", "<style>a{b:", "url(", "", "", "}</style>"],
    ["svg_style_import", "<style>", "@import \"a\";", "", "", "</style>"],
    ["svg_style_url", "<style>", "a{b:url(x)}", "", "", "</style>"],
    ["svg_style_com", "<style>", "/*", "", "", "</style>"],
    ["svg_style_attr", "", "<g style=\"fill:url(x{n})\"/>", "", "", ""],
    ["svg_text", "", "<text>а</text>", "", "", ""],
    ["svg_removed", "", "<a href=\"https://x{n}\"/>", "", "", ""],
    ["svg_handlers", "", "<a on{n}=\"x\"/>", "", "", ""],
    ["svg_com", "", "<!-- a -->", "", "", ""],
    ["svg_com_open", "", "<!-- a ", "", "", ""],
    ["svg_cdata", "", "<![CDATA[a]]>", "", "", ""],
    ["svg_data", "", "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "", "", ""],
];

/// A whole drawing.
const DRAWING: &[Kind] = &[
    [
        "svg_ent",
        "<!DOCTYPE svg [",
        "<!ENTITY a{n} \"b\">",
        "",
        "",
        "]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"></svg>",
    ],
    [
        "svg_ent_use",
        "<!DOCTYPE svg [<!ENTITY a \"bb\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><text>",
        "&a;",
        "",
        "",
        "</text></svg>",
    ],
    [
        "svg_ent_open",
        "<!DOCTYPE svg [",
        "<!ENTITY a ",
        "",
        "",
        "]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"></svg>",
    ],
    [
        "svg_ent_amp",
        "<!DOCTYPE svg [<!ENTITY a \"",
        "&#65;",
        "",
        "",
        "\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"></svg>",
    ],
    [
        "svg_pi",
        "",
        "<?xml-stylesheet a?>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"></svg>",
        "",
        "",
    ],
];
