//! What the home page says, and words that mean the same.

use super::{Reader, Rich};
use crate::define::{ByLanguage, Field, Item, Read, Seen, Shape, Shaped, group};
use crate::diag::Code;
use crate::lang::Localised;
use crate::messages::say;
use crate::yaml::{Fields, Origin, Path};

group! {
    /// The home page.
    #[derive(Debug, Hash)]
    pub struct Home by Reader {
        title: Localised = say(["Аталышы", "Название", "Title"], ["Чоң аталыш", "Главный заголовок", "The great heading"]);
        lead: Rich = say(["Кириш сөз", "Вступление", "Lead"], ["Бир-эки сүйлөм", "Одно-два предложения", "One or two sentences"]);
        doors: Vec<Door> = say(
            ["Эшиктер", "Входы", "Doors"],
            ["Окурмандардын ар бири үчүн кирүүчү жол", "Вход для каждого вида читателей", "A way in for each kind of reader"]);
        + origin: Origin = Reader::document;
    }
}

group! {
    /// One of the home page's ways in.
    #[derive(Debug, Hash)]
    pub struct Door by Reader {
        icon: String = or("door").say(
            ["Белги", "Значок", "Icon"],
            ["Теманын белгилеринин бири", "Один из значков темы", "One of the icons of the theme"]);
        title: Localised = say(["Аталышы", "Название", "Title"], ["Ким үчүн", "Для кого", "For whom it is"]);
        text: Rich = say(["Текст", "Текст", "Text"], ["Бир-эки сүйлөм", "Одно-два предложения", "One or two sentences"]);
        links: Vec<PageLink> = say(["Шилтемелер", "Ссылки", "Links"], ["Кайсы барактарга", "На какие страницы", "To which pages"]);
        + icon_path: Path = Door::place_of_icon;
    }
}

impl Door {
    fn place_of_icon(_: &mut Reader, fields: &Fields) -> Path {
        fields.path().key("icon")
    }
}

group! {
    /// A link with its words.
    #[derive(Debug, Hash)]
    pub struct PageLink by Reader {
        to: LinkTo = example("../page.md").say(
            ["Кайда", "Куда", "To"],
            ["Ушул файлдан баракка чейинки жол", "Путь от этого файла до страницы", "The way from this file to the page"]);
        text: Localised = say(["Сөздөр", "Слова", "Text"], ["Шилтеменин сөздөрү", "Слова ссылки", "The words of the link"]);
    }
}

/// Where a link leads: its number among the file's.
#[derive(Debug, Clone, Copy, Hash)]
pub struct LinkTo(pub u32);

impl Shaped for LinkTo {
    const SHAPE: Shape = Shape::Link;
    fn see(&self) -> Seen<'_> {
        Seen::Nothing
    }
}

impl<'r> Read<Reader<'r>> for LinkTo {
    fn find(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<LinkTo> {
        let to = fields.text(field.key).filter(|to| !to.trim().is_empty())?;
        let place = reader.origin.place(&fields.path().key(field.key));
        reader.links.push(crate::parse::Link {
            href: crate::parse::parse_href(&to),
            place,
            image: false,
            says: crate::parse::Says::Nothing,
        });
        Some(LinkTo(reader.links.len() as u32 - 1))
    }

    fn take(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Option<LinkTo> {
        fields.required_text(field.key)?;
        Self::find(field, reader, fields)
    }
}

group! {
    /// Groups of words and phrases that mean the same.
    #[derive(Debug, Hash)]
    pub struct Synonyms by Reader {
        /// In each group one list a language.
        groups: Vec<ByLanguage> = say(
            ["Топтор", "Группы", "Groups"],
            ["Ар бир топ: {ky: [эсепчи], ru: [бухгалтер, счетовод]}", "Каждая группа: {ky: [эсепчи], ru: [бухгалтер, счетовод]}",
             "Each group: {ky: [эсепчи], ru: [бухгалтер, счетовод]}"]);
    }
}

impl<'r> Item<Reader<'r>> for ByLanguage {
    fn list(field: &'static Field, reader: &mut Reader<'r>, fields: &mut Fields) -> Vec<ByLanguage> {
        fields.maps(field.key, |f| {
            let path = f.path().clone();
            let group = f.lists_of_languages(reader.settings.languages);
            if group.iter().map(Vec::len).sum::<usize>() < 2 {
                let message = say::group_of_one_word_says_nothing();
                let help = say::write_at_least_two_words_or_phrases();
                f.out().add(Code::YamlBadValue, reader.origin.place(&path), message, help);
            }
            Some(group)
        })
    }
}
