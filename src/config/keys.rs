//! The keys of `content/site.yaml`.
//!
//! What reads them stands in the module above, for much of it must be known before the rest can be read; `tests/definitions.rs`
//! holds the two together.

use crate::define::{Definition, Field, Shaped, Words};
use crate::lang::Localised;

/// What `content/site.yaml` says.
pub static SITE: Definition = Definition {
    name: "site",
    label: ["Сайт", "Сайт", "Site"],
    help: [
        "content/site.yaml: сайт бүтүндөй",
        "content/site.yaml: сайт в целом",
        "content/site.yaml: the site as a whole",
    ],
    parts: &[FIELDS],
    incomplete: None,
};

const fn key<T: Shaped>(key: &'static str, label: Words, help: Words) -> Field {
    Field::of::<T>(key).say(label, help)
}

const FIELDS: &[Field] = &[
    key::<Vec<String>>(
        "languages",
        ["Тилдер", "Языки", "Languages"],
        ["Негизгиси биринчи: ky, ru, en", "Главный первым: ky, ru, en", "The leading one first: ky, ru, en"],
    ),
    key::<Vec<String>>(
        "required",
        ["Милдеттүү тилдер", "Обязательные языки", "Required languages"],
        [
            "Баары жазылышы керек болгон тилдер",
            "Языки, на которых должно быть написано всё",
            "In which everything must be written",
        ],
    ),
    key::<crate::define::ByLanguage>(
        "fallback",
        ["Ордуна", "Взамен", "Fallback"],
        [
            "Тилде текст жок болсо, кайсы тилдер кезеги менен көрсөтүлөт",
            "Какие языки по очереди показать вместо языка, на котором текста нет",
            "In which order other languages stand in for one",
        ],
    ),
    key::<Localised>(
        "title",
        ["Аталышы", "Название", "Title"],
        ["Сайт кантип аталат", "Как называется сайт", "What the site is called"],
    ),
    key::<Option<Localised>>(
        "tagline",
        ["Кошумча аталышы", "Подзаголовок", "Tagline"],
        ["Бир сүйлөм менен эмне экени", "Что это, одним предложением", "What it is, in one sentence"],
    ),
    key::<Option<String>>(
        "base_url",
        ["Дареги", "Адрес", "Base URL"],
        [
            "Жарыяланган сайттын дареги; ансыз sitemap жасалбайт",
            "Адрес опубликованного сайта; без него нет sitemap",
            "The address of the published site; without it no sitemap is made",
        ],
    )
    .address(),
    Field { shape: crate::define::Shape::List(&crate::define::Shape::Group(PUBLICATION)), ..PUBLICATIONS },
    Field { shape: crate::define::Shape::List(&crate::define::Shape::Group(AUDIENCE)), ..AUDIENCES },
    Field { shape: crate::define::Shape::List(&crate::define::Shape::Group(CONTACT)), ..CONTACTS },
    key::<Option<Localised>>(
        "imprint",
        ["Ким чыгарды", "Выходные данные", "Imprint"],
        [
            "Ким чыгарган, ким жооптуу, дареги; Markdown",
            "Кто издал, кто отвечает, адрес; Markdown",
            "Who publishes it, who answers for it, where they are; Markdown",
        ],
    )
    .blocks(),
    key::<Option<Localised>>(
        "license",
        ["Лицензия", "Лицензия", "Licence"],
        [
            "Мазмунду кантип колдонсо болот; Markdown",
            "Как можно использовать содержание; Markdown",
            "Under which licence the content may be used; Markdown",
        ],
    ),
    key::<bool>(
        "raw_html",
        ["HTML", "HTML", "Raw HTML"],
        ["Барактарда HTML болушу мүмкүнбү", "Может ли на страницах быть HTML", "Whether pages may hold raw HTML"],
    )
    .or("false"),
    key::<String>(
        "theme",
        ["Тема", "Тема", "Theme"],
        ["themes/ ичиндеги папка", "Папка в themes/", "A folder in themes/"],
    )
    .or("default"),
    key::<Vec<String>>(
        "publish",
        ["Жарыялоо", "Публиковать", "Publish"],
        [
            "Эч бир барак колдонбосо да жарыяланган файлдар: handbook/*.pdf",
            "Файлы, которые публикуются, хотя страницы их не используют: handbook/*.pdf",
            "Files to publish though no page uses them: handbook/*.pdf",
        ],
    )
    .at_most(200),
    key::<Vec<String>>(
        "trusted",
        ["Ишенимдүү", "Доверенные", "Trusted"],
        [
            "Ичинде эмне иштесе да ошол бойдон жарыяланган файлдар",
            "Файлы, которые публикуются как есть, что бы в них ни работало",
            "Files to publish as they are, with whatever runs in them",
        ],
    )
    .at_most(200),
];

const PUBLICATIONS: Field = key::<Vec<String>>(
    "publications",
    ["Басылмалар", "Издания", "Publications"],
    ["Көрсөтүлө турган иретте", "В том порядке, в каком показаны", "In the order in which they are shown"],
)
.at_most(100);

/// The first and the last year that a publication can have.
pub(super) const YEARS: (i64, i64) = (1900, 2100);

const PUBLICATION: &[Field] = &[
    key::<String>(
        "id",
        ["id", "id", "Id"],
        ["content/ ичиндеги папкасы", "Его папка в content/", "Its folder in content/"],
    ),
    key::<Localised>("title", ["Аталышы", "Название", "Title"], ["Толук аталышы", "Полное название", "Its full title"]),
    key::<Option<Localised>>(
        "short",
        ["Кыска аты", "Краткое название", "Short"],
        ["Барактын башында турат", "Стоит вверху страниц", "Its name at the top of every page"],
    ),
    key::<Option<Localised>>(
        "summary",
        ["Кыскача", "Кратко", "Summary"],
        ["Эмне жөнүндө экени", "О чём оно", "What it is about"],
    ),
    key::<Option<String>>(
        "hue",
        ["Өңү", "Цвет", "Hue"],
        ["Теманын өңдөрүнүн бири", "Один из цветов темы", "One of the hues of the theme"],
    ),
    key::<Option<String>>(
        "icon",
        ["Белги", "Значок", "Icon"],
        ["Теманын белгилеринин бири", "Один из значков темы", "One of the icons of the theme"],
    ),
    key::<Option<Localised>>(
        "edition",
        ["Басылышы", "Издание", "Edition"],
        ["Кайсы басылышы: «2-басылышы»", "Которое это издание: «2-е издание»", "Which edition it is: “2nd edition”"],
    ),
    key::<Option<i64>>(
        "year",
        ["Жылы", "Год", "Year"],
        [
            "Басылган жылы; шилтеме жасоодо керек",
            "Год издания; нужен для ссылки на него",
            "Its year, by which it is cited",
        ],
    )
    .range(YEARS.0, YEARS.1),
    key::<bool>(
        "numbered",
        ["Номерлүү", "С номерами", "Numbered"],
        ["Бөлүмдөрүнүн номери барбы", "Есть ли у глав номера", "Whether its chapters have numbers"],
    )
    .or("false"),
];

const AUDIENCES: Field = key::<Vec<String>>(
    "audiences",
    ["Окурмандар", "Читатели", "Audiences"],
    ["Барактар кимдер үчүн болушу мүмкүн", "Для кого могут быть страницы", "For whom pages can be"],
)
.at_most(40);

const AUDIENCE: &[Field] = &[
    key::<String>(
        "id",
        ["id", "id", "Id"],
        ["Барактар ушул ат менен атайт", "Так его называют страницы", "What pages call it"],
    ),
    key::<Option<Localised>>(
        "title",
        ["Аталышы", "Название", "Title"],
        ["Көрсөткүчтөгү аталышы", "Заголовок в указателе", "Its heading in the index by readers"],
    ),
    key::<Option<Localised>>(
        "to",
        ["Кимге", "Кому", "To"],
        [
            "Барактарда «Кимге:» дегенден кийин турат",
            "Стоит на страницах после «Кому:»",
            "What stands on pages after «For»",
        ],
    ),
];

const CONTACTS: Field = key::<Vec<String>>(
    "contacts",
    ["Байланыш", "Контакты", "Contacts"],
    ["Барактын аягындагы саптар", "Строки внизу страниц", "Lines at the foot of every page"],
);

const CONTACT: &[Field] = &[
    key::<Localised>("label", ["Эмне", "Что", "Label"], ["Телефон, почта", "Телефон, почта", "Telephone, mail"]),
    key::<Localised>(
        "text",
        ["Текст", "Текст", "Text"],
        ["Окурман көргөн нерсе", "Что видит читатель", "What readers see"],
    ),
    key::<Option<String>>(
        "href",
        ["Дареги", "Адрес", "Address"],
        ["https:, mailto: же tel:", "https:, mailto: или tel:", "https:, mailto: or tel:"],
    ),
];
