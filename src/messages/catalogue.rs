//! Every text of the program, in every language: the one catalogue.
//!
//! `{name}` is filled in; `{count|page|pages}` is the form of a word that a number asks for: two in English (one, others),
//! three in Russian (1, 2–4, others), one in Kyrgyz, whose nouns stay as they are after a number. `{{` and `}}` stand for
//! brackets. What is wrong is a sentence that begins with a small letter and has no full stop; advice is whole sentences.

use super::{Arg, Entry, Message};

/// One function for one text.
macro_rules! constructor {
    ($en:literal $key:ident) => {
        #[doc = $en]
        pub const fn $key() -> Message {
            Message { number: Number::$key as u16, args: Vec::new() }
        }
    };
    ($en:literal $key:ident $($arg:ident)+) => {
        #[doc = $en]
        pub fn $key($($arg: impl Into<Arg>),+) -> Message {
            Message { number: Number::$key as u16, args: vec![$($arg.into()),+] }
        }
    };
}

/// Declares the messages from one table, so that none can be said without its text in every language, or without what is
/// filled in.
macro_rules! catalogue {
    ($($key:ident $(($($arg:ident),+))? { en $en:literal ru $ru:literal ky $ky:literal })*) => {
        /// The places of the texts.
        #[allow(non_camel_case_types, reason = "a name is that of its function")]
        #[derive(Clone, Copy)]
        enum Number { $($key),* }

        /// The texts, by their numbers.
        pub(super) static CATALOGUE: &[Entry] = &[$(Entry {
            key: stringify!($key),
            args: &[$($(stringify!($arg)),+)?],
            texts: [$en, $ru, $ky],
        }),*];

        /// A function for each message, which takes what is filled in.
        pub mod say {
            use super::{Arg, Message, Number};

            $(constructor!($en $key $($($arg)+)?);)*
        }
    };
}

catalogue! {
    // Words and sentences that others are made of.

    error {
        en "error"
        ru "ошибка"
        ky "ката"
    }
    warning {
        en "warning"
        ru "предупреждение"
        ky "эскертүү"
    }
    note {
        en "note"
        ru "заметка"
        ky "белгилөө"
    }
    help {
        en "help"
        ru "что делать"
        ky "эмне кылуу керек"
    }
    both(first, second) {
        en "{first} {second}"
        ru "{first} {second}"
        ky "{first} {second}"
    }
    foreign(text) {
        en "{text}"
        ru "{text}"
        ky "{text}"
    }
    did_you_mean_or(near, otherwise) {
        en "Did you mean `{near}`? {otherwise}"
        ru "Может быть, `{near}`? {otherwise}"
        ky "Балким, `{near}`? {otherwise}"
    }
    error_in(what) {
        en "error: {what}"
        ru "ошибка: {what}"
        ky "ката: {what}"
    }
    count_of_errors(count) {
        en "{count} {count|error|errors}"
        ru "{count} {count|ошибка|ошибки|ошибок}"
        ky "{count} ката"
    }
    count_of_warnings(count) {
        en "{count} {count|warning|warnings}"
        ru "{count} {count|предупреждение|предупреждения|предупреждений}"
        ky "{count} эскертүү"
    }
    count_of_notes(count) {
        en "{count} {count|note|notes}"
        ru "{count} {count|заметка|заметки|заметок}"
        ky "{count} белгилөө"
    }
    count_of_files(count) {
        en "{count} {count|file|files}"
        ru "{count} {count|файл|файла|файлов}"
        ky "{count} файл"
    }
    count_of_pages(count) {
        en "{count} {count|page|pages}"
        ru "{count} {count|страница|страницы|страниц}"
        ky "{count} барак"
    }
    count_of_professions(count) {
        en "{count} {count|profession|professions}"
        ru "{count} {count|профессия|профессии|профессий}"
        ky "{count} кесип"
    }
    pages_by_language(pages, languages) {
        en "{pages} ({languages})"
        ru "{pages} ({languages})"
        ky "{pages} ({languages})"
    }
    pages_and_professions(pages, languages, professions) {
        en "{pages} ({languages}), {professions}"
        ru "{pages} ({languages}), {professions}"
        ky "{pages} ({languages}), {professions}"
    }
    progress_of_pages {
        en "{{bar:30}} {{pos}}/{{len}} pages"
        ru "{{bar:30}} страниц: {{pos}} из {{len}}"
        ky "{{bar:30}} барак: {{len}} ичинен {{pos}}"
    }
    size_in_bytes(bytes) {
        en "{bytes} bytes"
        ru "{bytes} {bytes|байт|байта|байт}"
        ky "{bytes} байт"
    }
    size_in_kilobytes(size) {
        en "{size} kB"
        ru "{size} кБ"
        ky "{size} кБ"
    }
    size_in_megabytes(size) {
        en "{size} MB"
        ru "{size} МБ"
        ky "{size} МБ"
    }
    milliseconds(time) {
        en "{time} ms"
        ru "{time} мс"
        ky "{time} мс"
    }
    seconds(time) {
        en "{time} s"
        ru "{time} с"
        ky "{time} с"
    }
    as_before {
        en "as before"
        ru "как было"
        ky "мурдагыдай"
    }
    built(time) {
        en "Built ({time})"
        ru "Готово ({time})"
        ky "Даяр ({time})"
    }
    the_last_good_version_is_shown(time) {
        en "The last good version is shown. ({time})"
        ru "Показана последняя исправная версия. ({time})"
        ky "Акыркы жарактуу нуска көрсөтүлдү. ({time})"
    }
    drafts_with_mark(files) {
        en "Drafts: {files}, with a mark, not to be published."
        ru "Черновики: {files}, с пометкой, не для публикации."
        ky "Черновиктер: {files}, белгиси менен, жарыялоого эмес."
    }
    drafts_left_out_serve_shows_them(files) {
        en "Drafts: {files}, left out; `bagyt serve` shows them."
        ru "Черновики: {files}, не входят; их показывает `bagyt serve`."
        ky "Черновиктер: {files}, кирген жок; аларды `bagyt serve` көрсөтөт."
    }
    drafts_left_out_check_says_what_they_lack(files) {
        en "Drafts: {files}, left out; `bagyt check` says what they lack."
        ru "Черновики: {files}, не входят; `bagyt check` скажет, чего в них не хватает."
        ky "Черновиктер: {files}, кирген жок; аларда эмне жетпегенин `bagyt check` айтат."
    }
    bagyt_gets_no_threads(reason) {
        en "bagyt gets no threads from the system: {reason}\nClose other programs, or ask for fewer with --jobs 1."
        ru "система не даёт программе bagyt потоков: {reason}\nЗакройте другие программы или попросите меньше: --jobs 1."
        ky "система bagyt программасына агым бербей жатат: {reason}\nБашка программаларды жабыңыз же азыраак сураңыз: --jobs 1."
    }
    bagyt_itself_failed(fault) {
        en "bagyt itself failed: {fault}\nThe last good version stays. Undo your last change, or write it in another way; if the machine is short of memory, close other programs."
        ru "сбой самой программы bagyt: {fault}\nПоследняя исправная версия остаётся. Отмените последнюю правку или сделайте её иначе; если компьютеру не хватает памяти, закройте другие программы."
        ky "bagyt программасынын өзү иштебей калды: {fault}\nАкыркы жарактуу нуска калат. Акыркы өзгөртүүнү жокко чыгарыңыз же башкача жазыңыз; компьютердин эси жетпесе, башка программаларды жабыңыз."
    }
    for_an_unknown_reason {
        en "for an unknown reason"
        ru "причина неизвестна"
        ky "себеби белгисиз"
    }
    serve_answers_this_machine_only(host) {
        en "bagyt serve answers this machine only, at http://localhost or http://127.0.0.1 and its port, not at «{host}».\nTo show the site to others, publish the folder that `bagyt build` makes."
        ru "bagyt serve отвечает только этому компьютеру, по адресу http://localhost или http://127.0.0.1 и его порту, а не по адресу «{host}».\nЧтобы показать сайт другим, опубликуйте папку, которую создаёт `bagyt build`."
        ky "bagyt serve ушул компьютерге гана жооп берет, http://localhost же http://127.0.0.1 дареги жана порту боюнча, «{host}» боюнча эмес.\nСайтты башкаларга көрсөтүү үчүн `bagyt build` түзгөн папканы жарыялаңыз."
    }
    serve_answers_its_own_pages_only {
        en "bagyt serve answers its own pages only, and no page of another site."
        ru "bagyt serve отвечает только своим страницам, а не страницам других сайтов."
        ky "bagyt serve өз барактарына гана жооп берет, башка сайттардын барактарына эмес."
    }
    it_cannot_tell_of_so_many_files {
        en "it cannot tell of so many files"
        ru "она не может следить за таким числом файлов"
        ky "ал мынча көп файлды байкай албайт"
    }
    there_is_no_thread_for_it {
        en "there is no thread for it"
        ru "для этого нет потока"
        ky "бул үчүн агым жок"
    }
    builder(process) {
        en "process {process}"
        ru "процесс {process}"
        ky "{process} процесси"
    }
    builder_since(process, since) {
        en "process {process}, at work since {since} UTC"
        ru "процесс {process}, работает с {since} UTC"
        ky "{process} процесси, {since} UTC баштап иштейт"
    }
    nothing {
        en "nothing"
        ru "ничего"
        ky "эч нерсе"
    }
    true_or_false {
        en "true or false"
        ru "true или false"
        ky "true же false"
    }
    a_number {
        en "a number"
        ru "число"
        ky "сан"
    }
    a_text {
        en "a text"
        ru "текст"
        ky "текст"
    }
    a_list {
        en "a list"
        ru "список"
        ky "тизме"
    }
    keys_with_values {
        en "keys with values"
        ru "ключи со значениями"
        ky "маанилүү ачкычтар"
    }
    january {
        en "January"
        ru "январь"
        ky "январь"
    }
    february {
        en "February"
        ru "февраль"
        ky "февраль"
    }
    march {
        en "March"
        ru "март"
        ky "март"
    }
    april {
        en "April"
        ru "апрель"
        ky "апрель"
    }
    may {
        en "May"
        ru "май"
        ky "май"
    }
    june {
        en "June"
        ru "июнь"
        ky "июнь"
    }
    july {
        en "July"
        ru "июль"
        ky "июль"
    }
    august {
        en "August"
        ru "август"
        ky "август"
    }
    september {
        en "September"
        ru "сентябрь"
        ky "сентябрь"
    }
    october {
        en "October"
        ru "октябрь"
        ky "октябрь"
    }
    november {
        en "November"
        ru "ноябрь"
        ky "ноябрь"
    }
    december {
        en "December"
        ru "декабрь"
        ky "декабрь"
    }
    region {
        en "region"
        ru "регион"
        ky "аймак"
    }
    regions {
        en "regions"
        ru "регионы"
        ky "аймактар"
    }
    source {
        en "source"
        ru "источник"
        ky "булак"
    }
    sources {
        en "sources"
        ru "источники"
        ky "булактар"
    }
    institution {
        en "institution"
        ru "учебное заведение"
        ky "окуу жайы"
    }
    institutions {
        en "institutions"
        ru "учебные заведения"
        ky "окуу жайлары"
    }
    field {
        en "field"
        ru "область"
        ky "тармак"
    }
    fields {
        en "fields"
        ru "области"
        ky "тармактар"
    }
    subject {
        en "subject"
        ru "школьный предмет"
        ky "мектеп предмети"
    }
    subjects {
        en "subjects"
        ru "школьные предметы"
        ky "мектеп предметтери"
    }
    competency {
        en "competency"
        ru "умение"
        ky "көндүм"
    }
    competencies {
        en "competencies"
        ru "умения"
        ky "көндүмдөр"
    }
    step {
        en "step"
        ru "шаг"
        ky "кадам"
    }
    steps {
        en "steps"
        ru "шаги"
        ky "кадамдар"
    }
    profession {
        en "profession"
        ru "профессия"
        ky "кесип"
    }
    professions {
        en "professions"
        ru "профессии"
        ky "кесиптер"
    }
    term {
        en "term"
        ru "термин"
        ky "термин"
    }
    terms {
        en "terms"
        ru "термины"
        ky "терминдер"
    }
    table {
        en "table"
        ru "таблица"
        ky "таблица"
    }
    picture {
        en "picture"
        ru "картинка"
        ky "сүрөт"
    }
    part(name, number) {
        en "{name} {number}"
        ru "{name} № {number}"
        ky "{name} № {number}"
    }
    part_with_id(name, number, id) {
        en "{name} {number} `{id}`"
        ru "{name} № {number} `{id}`"
        ky "{name} № {number} `{id}`"
    }
    a_film {
        en "a film"
        ru "фильм"
        ky "тасма"
    }

    // The command.

    example_wrong {
        en "Wrong:"
        ru "Неверно:"
        ky "Туура эмес:"
    }
    example_mended {
        en "Mended:"
        ru "Исправлено:"
        ky "Оңдолгону:"
    }
    what_bagyt_reports {
        en "What bagyt reports"
        ru "О чём сообщает bagyt"
        ky "bagyt эмнени билдирет"
    }
    each_message_has_a_code {
        en "Each message has a code. An error stops the build; a warning does not; a note is told by `check` alone. `bagyt explain CODE` shows the page of a code."
        ru "У каждого сообщения есть код. Ошибка останавливает сборку, предупреждение нет, заметку показывает только `check`. `bagyt explain CODE` показывает страницу кода."
        ky "Ар бир билдирүүнүн коду бар. Ката түзүүнү токтотот, эскертүү токтотпойт, белгилөөнү `check` гана көрсөтөт. `bagyt explain CODE` коддун барагын көрсөтөт."
    }
    there_is_no_code(code) {
        en "there is no code `{code}`"
        ru "нет кода `{code}`"
        ky "`{code}` деген код жок"
    }
    explain_lists_the_codes {
        en "`bagyt explain` lists all codes."
        ru "`bagyt explain` перечисляет все коды."
        ky "`bagyt explain` бардык коддорду санап берет."
    }
    panel_explain {
        en "What does this mean?"
        ru "Что это значит?"
        ky "Бул эмнени билдирет?"
    }
    panel_copy {
        en "Copy the path"
        ru "Скопировать путь"
        ky "Жолду көчүрүү"
    }
    panel_open {
        en "Open in VS Code"
        ru "Открыть в VS Code"
        ky "VS Code менен ачуу"
    }
    panel_close {
        en "Close"
        ru "Закрыть"
        ky "Жабуу"
    }
    panel_no_page {
        en "There is no page to show yet."
        ru "Показывать пока нечего."
        ky "Азырынча көрсөтө турган барак жок."
    }
    panel_page_as_of {
        en "This is the page as of %, before the errors."
        ru "Это страница на %, до ошибок."
        ky "Бул барак % абалы боюнча, каталарга чейин."
    }
    nothing_was_written_what_became_of_earlier {
        en "Nothing was written; what became of an earlier build stands above."
        ru "Ничего не записано; что стало с прежней сборкой, сказано выше."
        ky "Эч нерсе жазылган жок; мурунку түзүү эмне болгону жогоруда айтылды."
    }
    nothing_was_written_earlier_output {
        en "Nothing was written; an earlier output is as it was."
        ru "Ничего не записано; прежний сайт остался как был."
        ky "Эч нерсе жазылган жок; мурунку сайт ошол бойдон калды."
    }
    building_for_first_time(folder) {
        en "Building {folder} for the first time."
        ru "{folder} собирается впервые."
        ky "{folder} биринчи жолу түзүлүүдө."
    }
    no_errors_in(pages) {
        en "No errors in {pages}."
        ru "Ошибок нет: {pages}."
        ky "Ката жок: {pages}."
    }
    there_is_no_folder_name_folder(folder) {
        en "There is no folder `{folder}`.\nName the folder that holds `content/`, or make one: bagyt init DIR."
        ru "Нет папки `{folder}`.\nНазовите папку, в которой лежит `content/`, или создайте её: bagyt init DIR."
        ky "`{folder}` деген папка жок.\n`content/` жаткан папканы атаңыз же аны түзүңүз: bagyt init DIR."
    }
    built_pages(pages, time) {
        en "Built {pages} in {time}."
        ru "Собрано: {pages}, за {time}."
        ky "Түзүлдү: {pages}, {time} ичинде."
    }
    not_translated_yet_into_shown_in_other(pages, code) {
        en "Not translated yet: {pages} into `{code}`; shown in the other language."
        ru "Ещё не переведено на `{code}`: {pages}; показаны на другом языке."
        ky "`{code}` тилине которула элек: {pages}; башка тилде көрсөтүлдү."
    }
    wrote_files_changed_removed(folder, size, files, changed, removed) {
        en "Wrote {folder}: {size}, {files} files ({changed} changed, {removed} removed)."
        ru "Записано в {folder}: {size}, {files} {files|файл|файла|файлов} (изменено {changed}, удалено {removed})."
        ky "{folder} папкасына жазылды: {size}, {files} файл (өзгөрдү: {changed}, өчүрүлдү: {removed})."
    }
    kept_of_last_build_for_pages(files) {
        en "Kept {files} of the last build for pages that readers have open; the next build removes what it does not need."
        ru "Сохранено от прошлой сборки для тех, у кого страница открыта: {files}; следующая сборка удалит ненужное."
        ky "Барагы ачык турган окурмандар үчүн мурунку түзүүдөн калтырылды: {files}; керексизин кийинки түзүү өчүрөт."
    }
    to_look_at_it_double_click(index) {
        en "To look at it, double-click {index}\nTo publish it, copy the folder to a web host or a USB stick."
        ru "Чтобы посмотреть, дважды щёлкните {index}\nЧтобы опубликовать, скопируйте папку на веб-сервер или на флешку."
        ky "Көрүү үчүн {index} файлын эки жолу чыкылдатыңыз\nЖарыялоо үчүн папканы веб-серверге же флешкага көчүрүңүз."
    }
    waiting_for_another_bagyt_since(folder, builder) {
        en "Waiting for another bagyt that builds into {folder}: {builder}."
        ru "Ждём другую программу bagyt, которая собирает в {folder}: {builder}."
        ky "{folder} папкасына түзүп жаткан башка bagyt күтүлүүдө: {builder}."
    }
    waiting_for_another_bagyt(folder) {
        en "Waiting for another bagyt that builds into {folder}."
        ru "Ждём другую программу bagyt, которая собирает в {folder}."
        ky "{folder} папкасына түзүп жаткан башка bagyt күтүлүүдө."
    }
    lies_in_folder_of_site_so_output(output, name) {
        en "`{output}` lies in the folder `{name}/` of the site, so the output would become its own source"
        ru "`{output}` лежит в папке `{name}/` сайта, и готовый сайт стал бы собственным исходником"
        ky "`{output}` сайттын `{name}/` папкасында жатат, даяр сайт өзүнүн булагы болуп калат"
    }
    holds_folder_of_site(output, name) {
        en "`{output}` holds the folder `{name}/` of the site, which is no output"
        ru "в `{output}` лежит папка `{name}/` сайта, готовому сайту там не место"
        ky "`{output}` ичинде сайттын `{name}/` папкасы бар, даяр сайт ал жерге жазылбайт"
    }
    choose_folder_of_its_own_with_out {
        en "Choose a folder of its own with --out, outside `content/`, `themes/` and `i18n/`."
        ru "Выберите через --out отдельную папку, вне `content/`, `themes/` и `i18n/`."
        ky "--out аркылуу `content/`, `themes/` жана `i18n/` сыртындагы өзүнчө папканы тандаңыз."
    }
    is_not_empty_name_folder_that_does(dir) {
        en "`{dir}` is not empty.\nName a folder that does not exist yet."
        ru "`{dir}` не пуста.\nНазовите папку, которой ещё нет."
        ky "`{dir}` бош эмес.\nАзырынча жок папканы атаңыз."
    }
    made_small_site_in_look(dir) {
        en "Made a small site in {dir}.\n\nLook at it while you write:  bagyt serve {dir}\nMake it:                     bagyt build {dir}"
        ru "Небольшой сайт создан в {dir}.\n\nСмотреть, пока пишете:  bagyt serve {dir}\nСобрать:                bagyt build {dir}"
        ky "{dir} папкасында чакан сайт түзүлдү.\n\nЖазып жатып көрүү:  bagyt serve {dir}\nСайтты түзүү:       bagyt build {dir}"
    }
    cannot_be_written(path, reason) {
        en "`{path}` cannot be written: {reason}"
        ru "`{path}` нельзя записать: {reason}"
        ky "`{path}` жазылбай калды: {reason}"
    }
    sorry(why, help) {
        en "Sorry, {why}.\n{help}"
        ru "Не получится: {why}.\n{help}"
        ky "Болбойт: {why}.\n{help}"
    }
    exists_already_choose_another_name(path) {
        en "`{path}` exists already.\nChoose another name."
        ru "`{path}` уже есть.\nВыберите другое имя."
        ky "`{path}` мурунтан бар.\nБашка ат тандаңыз."
    }
    is_link_that_leads_out_of_content(path) {
        en "`{path}` is a link that leads out of the content folder.\nReplace it by a folder, or name another one."
        ru "`{path}` — ссылка, которая ведёт из папки content наружу.\nЗамените её папкой или назовите другую."
        ky "`{path}` — content папкасынан сыртка алып баруучу шилтеме.\nАны папкага алмаштырыңыз же башкасын атаңыз."
    }
    made_file(path) {
        en "Made {path}"
        ru "Создан {path}"
        ky "{path} түзүлдү"
    }
    fill_in_texts_bagyt_check_says_what {
        en "Fill in the texts; `bagyt check` says what is still missing, `bagyt serve` shows what there is.\nWhen all is there, remove the line `draft: true`."
        ru "Заполните тексты; `bagyt check` скажет, чего ещё не хватает, `bagyt serve` покажет, что есть.\nКогда всё готово, уберите строку `draft: true`."
        ky "Тексттерди толтуруңуз; эмне жетпегенин `bagyt check` айтат, эмне бар экенин `bagyt serve` көрсөтөт.\nБаары даяр болгондо `draft: true` сабын алып салыңыз."
    }
    nothing_is_shown_of_content_yet(folder, file, title) {
        en "\nNothing is shown of content/{folder} yet, for the site has no such publication.\nAdd it to `publications` in {file}:\n\n  - id: {folder}\n    title: {title}\n"
        ru "\nИз content/{folder} пока ничего не показывается: такой публикации на сайте нет.\nДобавьте её в `publications` в {file}:\n\n  - id: {folder}\n    title: {title}\n"
        ky "\ncontent/{folder} папкасынан азырынча эч нерсе көрсөтүлбөйт: сайтта мындай басылма жок.\nАны {file} файлындагы `publications` тизмесине кошуңуз:\n\n  - id: {folder}\n    title: {title}\n"
    }
    or_move_file_to_folder_of_one(entry, folders) {
        en "{entry}\nOr move the file to the folder of one that is listed: {folders}.\n"
        ru "{entry}\nИли перенесите файл в папку одной из тех, что есть: {folders}.\n"
        ky "{entry}\nЖе файлды барлардын биринин папкасына көчүрүңүз: {folders}.\n"
    }
    there_is_no_in_name_folder(file, folder) {
        en "There is no {file} in `{folder}`.\nName the folder that holds `content/` as the last argument."
        ru "В `{folder}` нет {file}.\nПоследним назовите папку, в которой лежит `content/`."
        ky "`{folder}` ичинде {file} жок.\nЭң аягында `content/` жаткан папканы атаңыз."
    }
    known_are(known) {
        en "Known: `{known}`."
        ru "Есть: `{known}`."
        ky "Барлары: `{known}`."
    }
    there_is_no_kind(name) {
        en "there is no kind `{name}`"
        ru "нет вида `{name}`"
        ky "`{name}` деген түр жок"
    }
    there_is_no_publication(name) {
        en "there is no publication `{name}`"
        ru "нет публикации `{name}`"
        ky "`{name}` деген басылма жок"
    }
    holds_no_search_index_in_language(folder, lang) {
        en "`{folder}` holds no search index in the language `{lang}`"
        ru "в `{folder}` нет указателя для поиска на языке `{lang}`"
        ky "`{folder}` ичинде `{lang}` тилиндеги издөө көрсөткүчү жок"
    }
    build_site_first_bagyt_build_and_name {
        en "Build the site first (bagyt build), and name the folder that it wrote with --out."
        ru "Сначала соберите сайт (bagyt build) и назовите через --out папку, в которую он записан."
        ky "Адегенде сайтты түзүңүз (bagyt build) жана ал жазылган папканы --out аркылуу атаңыз."
    }
    file_cannot_be_read(reason) {
        en "the file cannot be read: {reason}"
        ru "файл нельзя прочитать: {reason}"
        ky "файлды окуу мүмкүн эмес: {reason}"
    }
    build_site_again_or_copy_it_again {
        en "Build the site again, or copy it again from where it is whole."
        ru "Соберите сайт заново или скопируйте его заново оттуда, где он цел."
        ky "Сайтты кайра түзүңүз же аны бүтүн жерден кайра көчүрүңүз."
    }
    file_of_search_index_is_damaged {
        en "the file of the search index is damaged"
        ru "файл указателя для поиска повреждён"
        ky "издөө көрсөткүчүнүн файлы бузулган"
    }
    nothing_for_this(query, better) {
        en "Nothing for «{query}»; this is for «{better}»"
        ru "По запросу «{query}» ничего нет; показано «{better}»"
        ky "«{query}» боюнча эч нерсе жок; «{better}» боюнча көрсөтүлдү"
    }
    did_you_mean_words(better) {
        en "Did you mean «{better}»"
        ru "Может быть, «{better}»"
        ky "Балким, «{better}»"
    }
    nothing_found {
        en "Nothing found."
        ru "Ничего не найдено."
        ky "Эч нерсе табылган жок."
    }
    found_pages(pages) {
        en "Found {pages}."
        ru "Найдено: {pages}."
        ky "Табылды: {pages}."
    }
    found_pages_the_first(pages, shown) {
        en "Found {pages}; the first {shown}:"
        ru "Найдено: {pages}; первые {shown}:"
        ky "Табылды: {pages}; биринчи {shown}:"
    }
    words_cannot_be_read(reason) {
        en "The words cannot be read: {reason}"
        ru "Слова нельзя прочитать: {reason}"
        ky "Сөздөрдү окуу мүмкүн эмес: {reason}"
    }
    clock_of_this_machine_stands_before_set {
        en "The clock of this machine stands before 1970. Set it, then start again."
        ru "Часы этого компьютера показывают время до 1970 года. Поправьте их и начните снова."
        ky "Бул компьютердин сааты 1970-жылга чейинки убакытты көрсөтүп турат. Аны оңдоп, кайра баштаңыз."
    }
    server_cannot_start(reason) {
        en "The server cannot start: {reason}"
        ru "Сервер не запускается: {reason}"
        ky "Сервер иштебей жатат: {reason}"
    }
    port_cannot_be_used_another_program_may(port, reason) {
        en "Port {port} cannot be used: {reason}\nAnother program may be using it; choose another with --port."
        ru "Порт {port} занять нельзя: {reason}\nВозможно, его занимает другая программа; выберите другой через --port."
        ky "{port} портун алуу мүмкүн эмес: {reason}\nБалким, аны башка программа ээлеп турат; --port аркылуу башкасын тандаңыз."
    }
    open_in_browser_stop_with_ctrl_c(address) {
        en "Open {address} in the browser. Stop with Ctrl+C."
        ru "Откройте {address} в браузере. Остановить: Ctrl+C."
        ky "Браузерден {address} ачыңыз. Токтотуу: Ctrl+C."
    }
    browser_could_not_be_opened_open(reason, address) {
        en "The browser could not be opened: {reason}\nOpen {address} in it yourself."
        ru "Браузер не открылся: {reason}\nОткройте в нём {address} сами."
        ky "Браузер ачылган жок: {reason}\nАндан {address} өзүңүз ачыңыз."
    }
    server_stopped(reason) {
        en "The server stopped: {reason}"
        ru "Сервер остановился: {reason}"
        ky "Сервер токтоп калды: {reason}"
    }
    files_cannot_be_watched_site_is_built(error) {
        en "The files cannot be watched: {error}\nThe site is built whenever you load a page."
        ru "Следить за файлами нельзя: {error}\nСайт собирается, когда вы открываете страницу."
        ky "Файлдарды байкоо мүмкүн эмес: {error}\nСайт барак ачкан сайын түзүлөт."
    }
    system_does_not_tell_of_changed_files(why) {
        en "The system does not tell of changed files: {why}\nThey are looked at every second instead."
        ru "Система не сообщает об изменённых файлах: {why}\nВместо этого программа смотрит на них каждую секунду."
        ky "Система өзгөргөн файлдар тууралуу кабарлабай жатат: {why}\nАнын ордуна программа аларды секунд сайын карайт."
    }

    // The output.

    another_program_has_it_open {
        en "another program has it open"
        ru "файл открыт в другой программе"
        ky "файл башка программада ачык"
    }
    divide_site_index_has_limits {
        en "Divide the site: an index has limits that no single site should reach."
        ru "Разделите сайт: у указателя есть пределы, которых один сайт достигать не должен."
        ky "Сайтты бөлүңүз: көрсөткүчтүн бир сайт жетпеши керек болгон чеги бар."
    }
    search_index_cannot_be_made(error) {
        en "the search index cannot be made: {error}"
        ru "указатель для поиска не создаётся: {error}"
        ky "издөө көрсөткүчү түзүлбөй калды: {error}"
    }
    address_leads_out_of_output_folder(path) {
        en "the address `{path}` leads out of the output folder"
        ru "адрес `{path}` ведёт за пределы папки готового сайта"
        ky "`{path}` дареги даяр сайттын папкасынан сыртка алып барат"
    }
    rename_file {
        en "Rename the file."
        ru "Переименуйте файл."
        ky "Файлдын атын өзгөртүңүз."
    }
    make_room_and_build_again_previous_output {
        en "Make room and build again; the previous output is as it was."
        ru "Освободите место и соберите снова; прежний сайт остался как был."
        ky "Орун бошотуп, кайра түзүңүз; мурунку сайт ошол бойдон калды."
    }
    disk_is_full {
        en "the disk is full"
        ru "диск заполнен"
        ky "дискте орун жок"
    }
    output_cannot_be_written(reason) {
        en "the output cannot be written: {reason}"
        ru "готовый сайт нельзя записать: {reason}"
        ky "даяр сайтты жазуу мүмкүн эмес: {reason}"
    }
    choose_folder_that_you_may_write {
        en "Choose a folder that you may write to with --out; the previous output is as it was."
        ru "Выберите через --out папку, в которую можно писать; прежний сайт остался как был."
        ky "--out аркылуу жазууга боло турган папканы тандаңыз; мурунку сайт ошол бойдон калды."
    }
    holds_files_that_bagyt_did_not_make(name) {
        en "`{name}` holds files that bagyt did not make"
        ru "в `{name}` лежат файлы, которых bagyt не создавал"
        ky "`{name}` ичинде bagyt түзбөгөн файлдар бар"
    }
    choose_empty_or_new_folder_with_out {
        en "Choose an empty or a new folder with --out."
        ru "Выберите через --out пустую или новую папку."
        ky "--out аркылуу бош же жаңы папканы тандаңыз."
    }
    path_is_no_folder(path) {
        en "`{path}` is not a folder"
        ru "`{path}` — не папка"
        ky "`{path}` — папка эмес"
    }
    path_is_no_ordinary_file(path) {
        en "`{path}` is not an ordinary file"
        ru "`{path}` — не обычный файл"
        ky "`{path}` — кадимки файл эмес"
    }
    is_larger_than_any_that_bagyt_writes(path) {
        en "`{path}` is larger than any that bagyt writes"
        ru "`{path}` больше, чем пишет bagyt"
        ky "`{path}` bagyt жазгандан чоң"
    }
    was_written_by_newer_bagyt(path) {
        en "`{path}` was written by a newer bagyt"
        ru "`{path}` записан более новой программой bagyt"
        ky "`{path}` bagyt'тын жаңыраак нускасы тарабынан жазылган"
    }
    was_changed_since_bagyt_wrote(path) {
        en "`{path}` was changed since bagyt wrote it"
        ru "`{path}` изменён после того, как его записал bagyt"
        ky "`{path}` bagyt жазгандан кийин өзгөртүлгөн"
    }
    was_not_written_by_bagyt(path) {
        en "`{path}` was not written by bagyt"
        ru "`{path}` записан не программой bagyt"
        ky "`{path}` bagyt тарабынан жазылган эмес"
    }
    choose_another_folder_with_out_nothing {
        en "Choose another folder with --out; nothing was changed here."
        ru "Выберите через --out другую папку; здесь ничего не изменено."
        ky "--out аркылуу башка папканы тандаңыз; бул жерде эч нерсе өзгөргөн жок."
    }
    another_bagyt_builds_here_since(name, builder) {
        en "another bagyt builds into `{name}`: {builder}"
        ru "в `{name}` собирает другая программа bagyt: {builder}"
        ky "`{name}` папкасына башка bagyt түзүп жатат: {builder}"
    }
    another_bagyt_builds_here(name) {
        en "another bagyt builds into `{name}`"
        ru "в `{name}` собирает другая программа bagyt"
        ky "`{name}` папкасына башка bagyt түзүп жатат"
    }
    build_again_when_it_is_done {
        en "Build again when it is done, or add --wait; nothing was changed."
        ru "Соберите снова, когда она закончит, или добавьте --wait; ничего не изменено."
        ky "Ал бүткөндөн кийин кайра түзүңүз же --wait кошуңуз; эч нерсе өзгөргөн жок."
    }
    build_into_was_interrupted_and_cannot(name) {
        en "a build into `{name}` was interrupted and cannot be finished yet"
        ru "сборка в `{name}` прервана, и пока её нельзя закончить"
        ky "`{name}` папкасына түзүү үзүлүп калган, азырынча аны бүтүрүү мүмкүн эмес"
    }
    new_site_is_not_in_its_place {
        en "the new site is not in its place yet"
        ru "новый сайт ещё не на месте"
        ky "жаңы сайт али ордунда эмес"
    }
    new_site_is_in_its_place_but(folder, reason) {
        en "the new site is in its place, but the folder `{folder}`, in which it was made, cannot be removed: {reason}"
        ru "новый сайт на месте, но папку `{folder}`, в которой он создавался, нельзя удалить: {reason}"
        ky "жаңы сайт ордунда, бирок ал түзүлгөн `{folder}` папкасын өчүрүү мүмкүн эмес: {reason}"
    }
    it_is_no_part_of_site_next {
        en "It is no part of the site; the next build removes it."
        ru "Это не часть сайта; её удалит следующая сборка."
        ky "Бул сайттын бөлүгү эмес; аны кийинки түзүү өчүрөт."
    }
    cannot_be_replaced_or_removed(what, path, reason) {
        en "{what}: `{path}` cannot be replaced or removed: {reason}"
        ru "{what}: `{path}` нельзя заменить или удалить: {reason}"
        ky "{what}: `{path}` алмаштыруу же өчүрүү мүмкүн эмес: {reason}"
    }
    make_room_then_run_bagyt_again {
        en "Make room; then run bagyt again: it finishes that build first. Until then old and new pages lie together."
        ru "Освободите место и снова запустите bagyt: сначала он закончит ту сборку. До этого старые и новые страницы лежат вместе."
        ky "Орун бошотуп, bagyt'ты кайра иштетиңиз: адегенде ал ошол түзүүнү бүтүрөт. Ага чейин эски жана жаңы барактар чогуу жатат."
    }
    close_programs_that_have_it_open {
        en "Close the programs that have it open, and see that you may write to it; then run bagyt again: it finishes that build first. Until then old and new pages lie together."
        ru "Закройте программы, в которых это открыто, проверьте, что туда можно писать, и снова запустите bagyt: сначала он закончит ту сборку. До этого старые и новые страницы лежат вместе."
        ky "Аны ачып турган программаларды жабыңыз, ал жакка жазууга болорун текшериңиз жана bagyt'ты кайра иштетиңиз: адегенде ал ошол түзүүнү бүтүрөт. Ага чейин эски жана жаңы барактар чогуу жатат."
    }
    is_link_and_what_it_leads(path) {
        en "`{path}` is a link, and what it leads to is not bagyt's to change"
        ru "`{path}` — ссылка, и менять то, куда она ведёт, программе bagyt нельзя"
        ky "`{path}` — шилтеме, ал алып барган нерсени bagyt өзгөртө албайт"
    }
    is_folder_with_files_that_bagyt_did(path) {
        en "`{path}` is a folder with files that bagyt did not make, where a file of the site goes"
        ru "`{path}` — папка с файлами, которых bagyt не создавал, а на её месте должен быть файл сайта"
        ky "`{path}` — bagyt түзбөгөн файлдары бар папка, анын ордунда сайттын файлы турушу керек"
    }
    was_not_made_by_bagyt_and_stands(path) {
        en "`{path}` was not made by bagyt and stands where the site has something"
        ru "`{path}` создан не программой bagyt и стоит на месте части сайта"
        ky "`{path}` bagyt тарабынан түзүлгөн эмес жана сайттын бөлүгүнүн ордунда турат"
    }
    remove_link_and_build_again_or_choose {
        en "Remove the link and build again, or choose another folder with --out; nothing was changed."
        ru "Удалите ссылку и соберите снова или выберите через --out другую папку; ничего не изменено."
        ky "Шилтемени өчүрүп, кайра түзүңүз же --out аркылуу башка папканы тандаңыз; эч нерсе өзгөргөн жок."
    }
    move_it_elsewhere_and_build_again {
        en "Move it elsewhere and build again, or choose another folder with --out; nothing was changed."
        ru "Перенесите это в другое место и соберите снова или выберите через --out другую папку; ничего не изменено."
        ky "Муну башка жакка көчүрүп, кайра түзүңүз же --out аркылуу башка папканы тандаңыз; эч нерсе өзгөргөн жок."
    }
    build_into_was_interrupted_while_its_files(folder) {
        en "a build into `{folder}` was interrupted while its files were moved; it has been finished now"
        ru "сборка в `{folder}` прервалась, пока переносились файлы; теперь она закончена"
        ky "`{folder}` папкасына түзүү файлдар жылдырылып жатканда үзүлүп калган; эми ал бүтүрүлдү"
    }
    there_is_nothing_left_to_do {
        en "There is nothing left to do."
        ru "Больше ничего делать не нужно."
        ky "Эми эч нерсе кылуунун кереги жок."
    }
    build_into_was_interrupted_before_it_changed(folder) {
        en "a build into `{folder}` was interrupted before it changed anything; what it left has been removed"
        ru "сборка в `{folder}` прервалась, ничего не изменив; то, что от неё осталось, удалено"
        ky "`{folder}` папкасына түзүү эч нерсе өзгөртпөй үзүлүп калган; андан калганы өчүрүлдү"
    }
    there_is_nothing_left_to_do_but {
        en "There is nothing left to do but to build again."
        ru "Осталось только собрать снова."
        ky "Кайра түзүү гана калды."
    }
    build_into_was_interrupted_while_its_files_were(folder) {
        en "a build into `{folder}` was interrupted while its files were moved, and some of them are no longer there: only a new build makes the output whole"
        ru "сборка в `{folder}` прервалась, пока переносились файлы, и некоторых из них больше нет: целым сайт сделает только новая сборка"
        ky "`{folder}` папкасына түзүү файлдар жылдырылып жатканда үзүлүп калган, алардын айрымдары жок: сайтты жаңы түзүү гана бүтүн кылат"
    }
    run_bagyt_build_unless_this_was_one {
        en "Run bagyt build, unless this was one and it succeeded."
        ru "Запустите bagyt build, если это была не она или если она не удалась."
        ky "Эгер бул өзү ошол болбосо же ал ишке ашпаса, bagyt build иштетиңиз."
    }
    older_bagyt_was_interrupted_and_left_folder(name) {
        en "an older bagyt was interrupted and left the folder `{name}`, which has been removed"
        ru "прежняя версия bagyt была прервана и оставила папку `{name}`; она удалена"
        ky "bagyt'тын мурунку нускасы үзүлүп, `{name}` папкасын калтырган; ал өчүрүлдү"
    }
    older_bagyt_was_interrupted_and_left_folder_which_cannot(name, reason) {
        en "an older bagyt was interrupted and left the folder `{name}`, which cannot be removed: {reason}"
        ru "прежняя версия bagyt была прервана и оставила папку `{name}`; её нельзя удалить: {reason}"
        ky "bagyt'тын мурунку нускасы үзүлүп, `{name}` папкасын калтырган; аны өчүрүү мүмкүн эмес: {reason}"
    }
    remove_it_yourself_it_is_no_part {
        en "Remove it yourself; it is no part of the site."
        ru "Удалите её сами; это не часть сайта."
        ky "Аны өзүңүз өчүрүңүз; бул сайттын бөлүгү эмес."
    }

    // Files and names.

    name_cannot_be_part_of_address(name) {
        en "the name `{name}` cannot be part of an address"
        ru "имя `{name}` не может быть частью адреса"
        ky "`{name}` аты даректин бөлүгү боло албайт"
    }
    use_latin_letters_digits_hyphens_and_underscores(example) {
        en "Use Latin letters, digits, - and _; for example `{example}`."
        ru "Берите латинские буквы, цифры, - и _; например `{example}`."
        ky "Латын тамгаларын, цифраларды, - жана _ колдонуңуз; мисалы `{example}`."
    }
    name_is_reserved_on_windows(name) {
        en "the name `{name}` is reserved on Windows"
        ru "имя `{name}` занято в Windows"
        ky "`{name}` аты Windows'то ээленген"
    }
    choose_another_name_such_as_my_windows(name) {
        en "Choose another name, such as `my-{name}`; Windows cannot open a file of this one."
        ru "Выберите другое имя, например `my-{name}`: файл с таким именем Windows не откроет."
        ky "Башка ат тандаңыз, мисалы `my-{name}`: мындай аттуу файлды Windows ача албайт."
    }
    file_lies_too_deep_in_folders {
        en "the file lies too deep in folders"
        ru "файл лежит слишком глубоко в папках"
        ky "файл папкалардын ичинде өтө терең жатат"
    }
    use_at_most_folders_within_one_another(most) {
        en "Use at most {most} folders within one another."
        ru "Вкладывайте друг в друга не больше {most} {most|папки|папок|папок}."
        ky "Бири-биринин ичине {most} папкадан ашык салбаңыз."
    }
    path_has_characters(count) {
        en "the path has {count} characters"
        ru "в пути {count} {count|знак|знака|знаков}"
        ky "жолдо {count} белги бар"
    }
    shorten_names_to_at_most_together_usb(most) {
        en "Shorten the names to at most {most} together; a USB stick cannot hold longer ones."
        ru "Сократите имена вместе до {most}: на флешке длиннее нельзя."
        ky "Аттарды баарын кошкондо {most} чейин кыскартыңыз: флешкада андан узуну болбойт."
    }
    old_address_of(file) {
        en "an old address of `{file}`"
        ru "старый адрес файла `{file}`"
        ky "`{file}` файлынын эски дареги"
    }
    take_it_out_of_aliases_or_rename {
        en "Take it out of `aliases`, or rename the other page."
        ru "Уберите его из `aliases` или переименуйте другую страницу."
        ky "Аны `aliases` тизмесинен алып салыңыз же башка барактын атын өзгөртүңүз."
    }
    part_of(what, owner) {
        en "{what} of {owner}"
        ru "{what}, к которому относится {owner}"
        ky "{owner} — {what}"
    }
    folders_and_are_same_on_windows(folder, other) {
        en "the folders `{folder}` and `{other}` are the same on Windows"
        ru "папки `{folder}` и `{other}` для Windows одно и то же"
        ky "`{folder}` жана `{other}` папкалары Windows үчүн бир эле нерсе"
    }
    rename_one_use_small_letters_everywhere {
        en "Rename one; use small letters everywhere."
        ru "Переименуйте одно из них; везде пишите строчными буквами."
        ky "Биринин атын өзгөртүңүз; бардык жерде кичине тамга менен жазыңыз."
    }
    address_would_be(address, owner, by) {
        en "the address `{address}` would be that of {owner} and of {by}"
        ru "адрес `{address}` был бы сразу у двух: {owner} и {by}"
        ky "`{address}` дареги экөөндө тең болуп калат: {owner} жана {by}"
    }
    rename_one_of_two_in_lists {
        en "Rename one of the two in the lists that they are made of."
        ru "Переименуйте одно из двух в списках, из которых они созданы."
        ky "Алар түзүлгөн тизмелерде экөөнүн биринин атын өзгөртүңүз."
    }
    this_file_and_are_same_on_windows(by) {
        en "this file and {by} are the same on Windows"
        ru "этот файл и {by} для Windows одно и то же"
        ky "бул файл жана {by} Windows үчүн бир эле нерсе"
    }
    address_of_is_taken_by_already(address, what, by) {
        en "the address `{address}` of {what} is taken by {by} already"
        ru "адрес `{address}` ({what}) уже занят: {by}"
        ky "`{address}` дареги ({what}) мурунтан ээленген: {by}"
    }
    address_is_taken_by_already(address, by) {
        en "the address `{address}` is taken by {by} already"
        ru "адрес `{address}` уже занят: {by}"
        ky "`{address}` дареги мурунтан ээленген: {by}"
    }
    rename_one_of_two_files {
        en "Rename one of the two files."
        ru "Переименуйте один из двух файлов."
        ky "Эки файлдын биринин атын өзгөртүңүз."
    }
    rename_file_or_folder {
        en "Rename the file or the folder."
        ru "Переименуйте файл или папку."
        ky "Файлдын же папканын атын өзгөртүңүз."
    }
    did_you_mean(near) {
        en "Did you mean `{near}`?"
        ru "Может быть, `{near}`?"
        ky "Балким, `{near}`?"
    }
    there_is_no(site_file, root) {
        en "there is no {site_file} in `{root}`"
        ru "в `{root}` нет {site_file}"
        ky "`{root}` ичинде {site_file} жок"
    }
    name_folder_that_holds_content_or_make {
        en "Name the folder that holds `content/`, or make one: bagyt init DIR."
        ru "Назовите папку, в которой лежит `content/`, или создайте её: bagyt init DIR."
        ky "`content/` жаткан папканы атаңыз же аны түзүңүз: bagyt init DIR."
    }
    write_it_like_https_example_kg_handbook {
        en "Write it like https://example.kg/handbook."
        ru "Напишите так: https://example.kg/handbook."
        ky "Мындай жазыңыз: https://example.kg/handbook."
    }
    end_name_with_language_one(endings) {
        en "End the name with the language, one of: {endings}."
        ru "В конце имени поставьте язык, один из: {endings}."
        ky "Аттын аягына тилди коюңуз, булардын бирин: {endings}."
    }
    file_name_does_not_say_language {
        en "the file's name does not say a language of the site"
        ru "по имени файла не видно, на каком он языке сайта"
        ky "файлдын атынан ал сайттын кайсы тилинде экени билинбейт"
    }
    more_of_this_kind(times) {
        en "{times} more of this kind in the file are not listed, here is the first of them"
        ru "ещё {times} таких же в файле не показаны, здесь первое из них"
        ky "файлда дагы {times} ушундай бар, алар көрсөтүлгөн жок, бул алардын биринчиси"
    }
    mend_those_that_are_listed {
        en "Mend those that are listed, then look again."
        ru "Исправьте те, что показаны, и посмотрите снова."
        ky "Көрсөтүлгөндөрүн оңдоп, кайра караңыз."
    }
    is_read_as_space {
        en "is read as a space"
        ru "он читается как пробел"
        ky "ал боштук катары окулат"
    }
    is_read_as_hyphen_that_does {
        en "is read as a hyphen that does not break (U+2011)"
        ru "он читается как неразрывный дефис (U+2011)"
        ky "ал үзүлбөс дефис катары окулат (U+2011)"
    }
    is_read_as_soft_hyphen_u_ad {
        en "is read as a soft hyphen (U+00AD)"
        ru "он читается как мягкий перенос (U+00AD)"
        ky "ал жумшак ташымал катары окулат (U+00AD)"
    }
    is_left_out {
        en "is left out"
        ru "он пропускается"
        ky "ал калтырылат"
    }
    file_has_of_them_here_is_first(message, times) {
        en "{message}; the file has {times} of them, here is the first"
        ru "{message}; всего в файле таких {times}, здесь первый"
        ky "{message}; файлда мындай {times}, бул биринчиси"
    }
    here_letter_was_lost_when_text {
        en "here a letter was lost when the text was converted (U+FFFD)"
        ru "здесь при преобразовании текста потеряна буква (U+FFFD)"
        ky "бул жерде текст которулганда тамга жоголуп калган (U+FFFD)"
    }
    type_letter_that_belongs_here {
        en "Type the letter that belongs here."
        ru "Впишите букву, которая здесь должна быть."
        ky "Бул жерде турушу керек болгон тамганы жазыңыз."
    }
    which_web_pages_may_not_hold(what, code, reading) {
        en "{what} ({code}), which web pages may not hold, {reading}"
        ru "{what} ({code}), его на веб-страницах быть не может: {reading}"
        ky "{what} ({code}), ал веб-баракта болбойт: {reading}"
    }
    delete_it_and_type_space_in_markdown {
        en "Delete it and type a space; in Markdown, a line that is to end here ends with a backslash (\\) and Enter."
        ru "Удалите его и поставьте пробел; в Markdown строку, которая должна здесь кончиться, заканчивают обратной косой чертой (\\) и Enter."
        ky "Аны өчүрүп, боштук коюңуз; Markdown'до ушул жерде бүтүшү керек болгон сап тескери кыйшык сызык (\\) жана Enter менен бүтөт."
    }
    line_break_of_word_processor {
        en "a line break of a word processor"
        ru "перенос строки из текстового редактора"
        ky "текст редакторунун сап которуусу"
    }
    line_break_of_another_program {
        en "a line break of another program"
        ru "перенос строки из другой программы"
        ky "башка программанын сап которуусу"
    }
    paragraph_break_of_another_program {
        en "a paragraph break of another program"
        ru "конец абзаца из другой программы"
        ky "башка программанын абзац аягы"
    }
    delete_it_and_press_enter_twice {
        en "Delete it and press Enter twice, or type a space."
        ru "Удалите его и дважды нажмите Enter или поставьте пробел."
        ky "Аны өчүрүп, Enter'ди эки жолу басыңыз же боштук коюңуз."
    }
    page_break {
        en "a page break"
        ru "разрыв страницы"
        ky "барактын үзүлүшү"
    }
    delete_it_or_type_space_instead {
        en "Delete it, or type a space instead."
        ru "Удалите его или поставьте вместо него пробел."
        ky "Аны өчүрүңүз же ордуна боштук коюңуз."
    }
    hyphen_of_word_processor_that_does {
        en "a hyphen of a word processor that does not break"
        ru "неразрывный дефис из текстового редактора"
        ky "текст редакторунун үзүлбөс дефиси"
    }
    delete_it_and_type_hyphen {
        en "Delete it and type a hyphen."
        ru "Удалите его и поставьте дефис."
        ky "Аны өчүрүп, дефис коюңуз."
    }
    soft_hyphen_of_word_processor {
        en "a soft hyphen of a word processor"
        ru "мягкий перенос из текстового редактора"
        ky "текст редакторунун жумшак ташымалы"
    }
    delete_it {
        en "Delete it."
        ru "Удалите его."
        ky "Аны өчүрүңүз."
    }
    character_that_nobody_can_see {
        en "a character that nobody can see"
        ru "знак, которого никто не видит"
        ky "эч кимге көрүнбөгөн белги"
    }
    delete_it_put_cursor_behind {
        en "Delete it: put the cursor behind it and press Backspace."
        ru "Удалите его: поставьте курсор за ним и нажмите Backspace."
        ky "Аны өчүрүңүз: курсорду андан кийин коюп, Backspace басыңыз."
    }
    version_control_has_left_two_versions {
        en "version control has left two versions of these lines here"
        ru "система контроля версий оставила здесь две версии этих строк"
        ky "нускаларды башкаруу системасы бул жерде бул саптардын эки нускасын калтырган"
    }
    keep_lines_that_are_right_and_remove {
        en "Keep the lines that are right, and remove the others and the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>."
        ru "Оставьте верные строки, уберите остальные и те, что начинаются с <<<<<<<, |||||||, ======= и >>>>>>>."
        ky "Туура саптарды калтырып, башкаларын жана <<<<<<<, |||||||, ======= жана >>>>>>> менен башталгандарын алып салыңыз."
    }
    this_symbolic_link_leads_out_of_content {
        en "this symbolic link leads out of the content folder"
        ru "эта символическая ссылка ведёт из папки content наружу"
        ky "бул символдук шилтеме content папкасынан сыртка алып барат"
    }
    this_symbolic_link_leads_out_of_site {
        en "this symbolic link leads out of the site's folder"
        ru "эта символическая ссылка ведёт из папки сайта наружу"
        ky "бул символдук шилтеме сайттын папкасынан сыртка алып барат"
    }
    this_symbolic_link_leads_back_to_itself {
        en "this symbolic link leads back to itself"
        ru "эта символическая ссылка ведёт обратно к себе"
        ky "бул символдук шилтеме кайра өзүнө алып барат"
    }
    remove_link {
        en "Remove the link."
        ru "Удалите ссылку."
        ky "Шилтемени өчүрүңүз."
    }
    replace_link_by_file_itself_site_must {
        en "Replace the link by the file itself: a site must be whole when its folder is copied."
        ru "Замените ссылку самим файлом: когда папку копируют, сайт должен быть целым."
        ky "Шилтемени файлдын өзүнө алмаштырыңыз: папка көчүрүлгөндө сайт бүтүн болушу керек."
    }
    this_symbolic_link_leads_back(root) {
        en "this symbolic link leads back to `{root}`"
        ru "эта символическая ссылка ведёт обратно к `{root}`"
        ky "бул символдук шилтеме кайра `{root}` папкасына алып барат"
    }
    it_does_not_exist {
        en "it does not exist"
        ru "этого нет"
        ky "мындай жок"
    }
    you_may_not {
        en "you may not"
        ru "нет разрешения"
        ky "уруксат жок"
    }
    disk_is_read_only {
        en "the disk is read-only"
        ru "диск только для чтения"
        ky "диск окуу үчүн гана"
    }
    file_stands_where_folder_should {
        en "a file stands where a folder should be"
        ru "на месте папки стоит файл"
        ky "папканын ордунда файл турат"
    }
    open_it_in_program_that_made_it_and_save_it_again {
        en "Open it in the program that made it and save it again; if it cannot be opened, take the copy from before, or remove the file."
        ru "Откройте его в программе, в которой он создан, и сохраните снова; если он не открывается, возьмите прежнюю копию или удалите файл."
        ky "Аны түзгөн программада ачып, кайра сактаңыз; ачылбаса, мурунку көчүрмөсүн алыңыз же файлды өчүрүңүз."
    }
    file_is_in_utf_not_in_utf {
        en "the file is in UTF-16, not in UTF-8"
        ru "файл в кодировке UTF-16, а не UTF-8"
        ky "файл UTF-8 эмес, UTF-16 коддоосунда"
    }
    file_is_not_in_utf_from_here {
        en "the file is not in UTF-8 from here on; it may be in Windows-1251"
        ru "с этого места файл не в UTF-8; возможно, он в Windows-1251"
        ky "ушул жерден баштап файл UTF-8 эмес; балким, Windows-1251"
    }
    file_holds_nothing_but_zeros {
        en "the file holds nothing but zeros: it was not saved whole"
        ru "в файле одни нули: он сохранён не полностью"
        ky "файлда нөл гана бар: ал толук сакталган эмес"
    }
    file_ends_in_middle_of_letter {
        en "the file ends in the middle of a letter: it was not saved whole"
        ru "файл обрывается на середине буквы: он сохранён не полностью"
        ky "файл тамганын ортосунда үзүлөт: ал толук сакталган эмес"
    }
    open_it_in_program_that_made_it_and_save_it_with_encoding {
        en "Open it in the program that made it and save it with the encoding UTF-8."
        ru "Откройте его в программе, в которой он создан, и сохраните в кодировке UTF-8."
        ky "Аны түзгөн программада ачып, UTF-8 коддоосунда сактаңыз."
    }
    check_that_it_exists_is_not_broken {
        en "Check that it exists, is not a broken link, and that you may read it."
        ru "Проверьте, что он есть, что это не битая ссылка и что вам можно его читать."
        ky "Анын бар экенин, бузук шилтеме эместигин жана аны окууга уруксатыңыз бар экенин текшериңиз."
    }
    it_is_not_ordinary_file {
        en "it is not an ordinary file"
        ru "это не обычный файл"
        ky "бул кадимки файл эмес"
    }
    file_has_mb_at_most_mb(megabytes, most) {
        en "the file has {megabytes} MB; at most {most} MB are allowed"
        ru "в файле {megabytes} МБ, а можно не больше {most} МБ"
        ky "файл {megabytes} МБ, көп дегенде {most} МБ болот"
    }
    divide_it_or_make_it_smaller_pages {
        en "Divide it, or make it smaller: pages must open on a slow link."
        ru "Разделите его или уменьшите: страницы должны открываться и при медленной связи."
        ky "Аны бөлүңүз же кичирейтиңиз: барактар жай байланышта да ачылышы керек."
    }

    // YAML.

    a_list_of_keys_with_values {
        en "a list of keys with values"
        ru "список, в каждом пункте которого есть ключи со значениями"
        ky "ар бир пунктунда маанилүү ачкычтары бар тизме"
    }
    a_whole_number {
        en "a whole number"
        ru "целое число"
        ky "бүтүн сан"
    }
    names {
        en "names"
        ru "названий"
        ky "аталыш"
    }
    scripts_are_joined_by {
        en "Scripts are joined by `import {{ name }} from \"./part.js\";`, `import \"./before.js\";` and `export` before a function or constant."
        ru "Сценарии соединяются строками `import {{ name }} from \"./part.js\";`, `import \"./before.js\";` и словом `export` перед функцией или константой."
        ky "Сценарийлер `import {{ name }} from \"./part.js\";`, `import \"./before.js\";` саптары жана функциянын же константанын алдындагы `export` сөзү менен байланышат."
    }
    values {
        en "values"
        ru "значений"
        ky "маани"
    }
    expected_found_text(expected, text) {
        en "expected {expected}, found `{text}`"
        ru "здесь нужно: {expected}, а стоит `{text}`"
        ky "бул жерде {expected} керек, бирок `{text}` турат"
    }
    expected_found(expected, found) {
        en "expected {expected}, found {found}"
        ru "здесь нужно: {expected}, а стоит: {found}"
        ky "бул жерде {expected} керек, бирок {found} турат"
    }
    write_items_on_lines_below_each_after {
        en "Write the items on the lines below, each after a dash."
        ru "Напишите пункты в строках ниже, каждый после дефиса."
        ky "Пункттарды төмөнкү саптарга жазыңыз, ар бирин дефистен кийин."
    }
    write_value_after_colon {
        en "Write the value after the colon."
        ru "Напишите значение после двоеточия."
        ky "Маанисин кош чекиттен кийин жазыңыз."
    }
    put_space_after_colon_key_value {
        en "Put a space after the colon: `key: value`."
        ru "Поставьте пробел после двоеточия: `key: value`."
        ky "Кош чекиттен кийин боштук коюңуз: `key: value`."
    }
    write_each_as_key_value_on_line {
        en "Write each as `key: value` on a line of its own."
        ru "Пишите каждое в виде `key: value` на отдельной строке."
        ky "Ар бирин өзүнчө сапка `key: value` түрүндө жазыңыз."
    }
    put_quotes_around_value(value) {
        en "Put quotes around the value: \"{value}\"."
        ru "Возьмите значение в кавычки: \"{value}\"."
        ky "Маанини тырмакчага алыңыз: \"{value}\"."
    }
    write_one_plain_text_here {
        en "Write one plain text here."
        ru "Напишите здесь один обычный текст."
        ky "Бул жерге бир жөнөкөй текст жазыңыз."
    }
    begin_each_item_on_line {
        en "Begin each item on a line of its own, with a hyphen and a space: `- item`."
        ru "Начинайте каждый пункт с новой строки, с дефиса и пробела: `- item`."
        ky "Ар бир пунктту жаңы саптан, дефис жана боштук менен баштаңыз: `- item`."
    }
    write_or_each_item_on_line(text) {
        en "Write [{text}], or each item on a line of its own after a hyphen."
        ru "Напишите [{text}] или каждый пункт на отдельной строке после дефиса."
        ky "[{text}] деп жазыңыз же ар бир пунктту өзүнчө сапка дефистен кийин жазыңыз."
    }
    write_one_two_or_each_item {
        en "Write [one, two], or each item on a line of its own after a hyphen."
        ru "Напишите [one, two] или каждый пункт на отдельной строке после дефиса."
        ky "[one, two] деп жазыңыз же ар бир пунктту өзүнчө сапка дефистен кийин жазыңыз."
    }
    write_each_item_on_lines {
        en "Write each item on lines of its own, the first line after a hyphen: `- key: value`."
        ru "Пишите каждый пункт на отдельных строках, первую после дефиса: `- key: value`."
        ky "Ар бир пунктту өзүнчө саптарга жазыңыз, биринчисин дефистен кийин: `- key: value`."
    }
    write_whole_number_such(whole) {
        en "Write a whole number, such as {whole}."
        ru "Напишите целое число, например {whole}."
        ky "Бүтүн сан жазыңыз, мисалы {whole}."
    }
    write_true_without_quotes {
        en "Write true, without quotes."
        ru "Напишите true без кавычек."
        ky "true деп тырмакчасыз жазыңыз."
    }
    write_false_without_quotes {
        en "Write false, without quotes."
        ru "Напишите false без кавычек."
        ky "false деп тырмакчасыз жазыңыз."
    }
    write_true_or_false_without_quotes {
        en "Write true or false, without quotes."
        ru "Напишите true или false без кавычек."
        ky "true же false деп тырмакчасыз жазыңыз."
    }
    give_each_language_its_own_text {
        en "Give each language its own text."
        ru "Дайте текст на каждом языке."
        ky "Ар бир тилде өз текстин бериңиз."
    }
    write_digits_alone_such {
        en "Write digits alone, such as 1."
        ru "Напишите только цифры, например 1."
        ky "Цифра гана жазыңыз, мисалы 1."
    }
    write_without_quotes(number) {
        en "Write {number} without quotes."
        ru "Напишите {number} без кавычек."
        ky "{number} деп тырмакчасыз жазыңыз."
    }
    write_without_zero_before(number) {
        en "Write {number}, without the zero before it."
        ru "Напишите {number}, без нуля впереди."
        ky "{number} деп, алдында нөлсүз жазыңыз."
    }
    write_digits_alone(number) {
        en "Write {number}, digits alone."
        ru "Напишите {number}, только цифры."
        ky "{number} деп, цифра менен гана жазыңыз."
    }
    key_is_missing(key) {
        en "`{key}` is missing"
        ru "нет ключа `{key}`"
        ky "`{key}` ачкычы жок"
    }
    add_a_line_with_key(key) {
        en "Add a line `{key}: …`."
        ru "Добавьте строку `{key}: …`."
        ky "`{key}: …` сабын кошуңуз."
    }
    key_is_empty(key) {
        en "`{key}` is empty"
        ru "у ключа `{key}` нет значения"
        ky "`{key}` ачкычынын мааниси бош"
    }
    write_text_after(key) {
        en "Write a text after `{key}:`."
        ru "Напишите текст после `{key}:`."
        ky "`{key}:` дегенден кийин текст жазыңыз."
    }
    name_each_value_once {
        en "Name each value once."
        ru "Назовите каждое значение один раз."
        ky "Ар бир маанини бир жолу гана атаңыз."
    }
    add_key_as_here(key, example) {
        en "Add `{key}: {example}`."
        ru "Добавьте `{key}: {example}`."
        ky "`{key}: {example}` деп кошуңуз."
    }
    keep_those_that_people_use_or_divide {
        en "Keep those that people use, or divide them."
        ru "Оставьте те, которыми пользуются люди, или разделите их."
        ky "Эл колдонгондорун калтырыңыз же бөлүңүз."
    }
    there_are_at_most_are_allowed(count, what, most) {
        en "there are {count} {what}; at most {most} are allowed"
        ru "здесь {count} {what}, а можно не больше {most}"
        ky "бул жерде {count} {what} бар, көп дегенде {most} болот"
    }
    type_whole_key_in_latin_letters(meant) {
        en "Type the whole key in Latin letters: `{meant}:`."
        ru "Наберите весь ключ латинскими буквами: `{meant}:`."
        ky "Ачкычты бүт бойдон латын тамгалары менен териңиз: `{meant}:`."
    }
    key_means_nothing_here(name) {
        en "the key `{name}` means nothing here"
        ru "ключ `{name}` здесь ничего не значит"
        ky "`{name}` ачкычы бул жерде эч нерсени билдирбейт"
    }
    is_it_part_of_text_before(text) {
        en "Is it part of the text before it? A text with a comma needs quotes inside {{ }}: {text}."
        ru "Может быть, это часть текста перед ним? В скобках {{ }} текст с запятой берут в кавычки: {text}."
        ky "Балким, бул алдындагы тексттин бөлүгүдүр? {{ }} кашааларында үтүрү бар текст тырмакчага алынат: {text}."
    }
    known_here_are(known) {
        en "Known here: `{known}`."
        ru "Здесь можно: `{known}`."
        ky "Бул жерде булар болот: `{known}`."
    }
    key_means_nothing_here_its_letter(name, letter) {
        en "the key `{name}` means nothing here: its letter `{letter}` is not Latin"
        ru "ключ `{name}` здесь ничего не значит: буква `{letter}` в нём не латинская"
        ky "`{name}` ачкычы бул жерде эч нерсени билдирбейт: андагы `{letter}` тамгасы латынча эмес"
    }
    key_means_nothing_here_it_holds_invisible(name) {
        en "the key `{name}` means nothing here: it holds an invisible character"
        ru "ключ `{name}` здесь ничего не значит: в нём есть невидимый знак"
        ky "`{name}` ачкычы бул жерде эч нерсени билдирбейт: анда көрүнбөгөн белги бар"
    }
    allowed_are(allowed) {
        en "Allowed: `{allowed}`."
        ru "Можно: `{allowed}`."
        ky "Булар болот: `{allowed}`."
    }
    is_not_one_of_allowed_values(text) {
        en "`{text}` is not one of the allowed values"
        ru "значение `{text}` здесь не допускается"
        ky "`{text}` мааниси бул жерде болбойт"
    }
    give_each_language_its_own_text_as_here(example) {
        en "Give each language its own text: {example}."
        ru "Дайте текст на каждом языке: {example}."
        ky "Ар бир тилде өз текстин бериңиз: {example}."
    }
    expected_text_in_every_language_found(example, found) {
        en "expected a text in every language, {example}, found {found}"
        ru "здесь нужен текст на каждом языке, {example}, а стоит: {found}"
        ky "бул жерде ар бир тилдеги текст керек, {example}, бирок {found} турат"
    }
    text_is_missing_in_language(code) {
        en "the text is missing in the language `{code}`"
        ru "нет текста на языке `{code}`"
        ky "`{code}` тилиндеги текст жок"
    }
    write_it_after(code) {
        en "Write it after `{code}:`."
        ru "Напишите его после `{code}:`."
        ky "Аны `{code}:` дегенден кийин жазыңыз."
    }
    add_the_language(code) {
        en "Add `{code}: …`."
        ru "Добавьте `{code}: …`."
        ky "`{code}: …` деп кошуңуз."
    }
    write_month_and_day_too(date) {
        en "Write the month and the day too: {date}."
        ru "Напишите и месяц, и день: {date}."
        ky "Айын да, күнүн да жазыңыз: {date}."
    }
    it_has_no_month_and_no_day {
        en "it has no month and no day"
        ru "нет месяца и дня"
        ky "айы менен күнү жок"
    }
    is_not_a_date(text) {
        en "`{text}` is not a date"
        ru "`{text}` — не дата"
        ky "`{text}` — дата эмес"
    }
    write_year_month_day {
        en "Write year-month-day: 2026-11-21."
        ru "Напишите год-месяц-день: 2026-11-21."
        ky "Жыл-ай-күн түрүндө жазыңыз: 2026-11-21."
    }
    is_not_a_date_because(text, why) {
        en "`{text}` is not a date: {why}"
        ru "`{text}` — не дата: {why}"
        ky "`{text}` — дата эмес: {why}"
    }
    leave_time_out(date) {
        en "Leave the time out: {date}."
        ru "Уберите время: {date}."
        ky "Убактысын алып салыңыз: {date}."
    }
    it_has_time {
        en "it has a time"
        ru "в ней указано время"
        ky "анда убакыт көрсөтүлгөн"
    }
    write_day_too_for_example(date) {
        en "Write the day too, for example: {date}."
        ru "Напишите и день, например: {date}."
        ky "Күнүн да жазыңыз, мисалы: {date}."
    }
    it_has_no_day {
        en "it has no day"
        ru "нет дня"
        ky "күнү жок"
    }
    there_is_no_month(month) {
        en "there is no month {month}"
        ru "месяца {month} не бывает"
        ky "{month} деген ай болбойт"
    }
    write_year_month_day_with_month {
        en "Write year-month-day, with a month from 01 to 12."
        ru "Напишите год-месяц-день, месяц от 01 до 12."
        ky "Жыл-ай-күн түрүндө, айды 01ден 12ге чейин жазыңыз."
    }
    year_comes_first_then_month_and_day {
        en "the year comes first, then month and day, with two digits each"
        ru "сначала год, потом месяц и день, по две цифры"
        ky "адегенде жыл, анан ай жана күн, экиден цифра менен"
    }
    write_it_with_hyphens(date) {
        en "Write it with hyphens: {date}."
        ru "Напишите через дефисы: {date}."
        ky "Дефис менен жазыңыз: {date}."
    }
    month_of_year_has_days(month, year, days) {
        en "{month} {year} has {days} days"
        ru "{month} {year} года: дней {days}"
        ky "{year}-жылдын {month} айында {days} күн бар"
    }
    month_has_days(month, days) {
        en "{month} has {days} days"
        ru "{month}: дней {days}"
        ky "{month} айында {days} күн бар"
    }
    write_day_from_to_last(days, last) {
        en "Write a day from 01 to {days}; the last is: {last}."
        ru "Напишите день от 01 до {days}; последний: {last}."
        ky "Күндү 01ден {days} чейин жазыңыз; акыркысы: {last}."
    }
    text_ends_before_which_counts_as_remark(remark) {
        en "the text ends before `{remark}`, which counts as a remark"
        ru "текст кончается перед `{remark}`: это считается примечанием"
        ky "текст `{remark}` алдында бүтөт: ал эскертүү болуп эсептелет"
    }
    put_quotes_around_whole_text(with) {
        en "Put quotes around the whole text: {with}. If it is a remark, put a space after its #."
        ru "Возьмите весь текст в кавычки: {with}. Если это примечание, поставьте пробел после #."
        ky "Бүт текстти тырмакчага алыңыз: {with}. Эгер бул эскертүү болсо, # белгисинен кийин боштук коюңуз."
    }
    delete_invisible_character_between_two_words {
        en "Delete the invisible character between the two words, or type the line anew."
        ru "Удалите невидимый знак между двумя словами или наберите строку заново."
        ky "Эки сөздүн ортосундагы көрүнбөгөн белгини өчүрүңүз же сапты кайра териңиз."
    }
    invisible_line_end_stands_in_text(code) {
        en "an invisible line end ({code}) stands in the text"
        ru "в тексте стоит невидимый конец строки ({code})"
        ky "текстте саптын көрүнбөгөн аягы турат ({code})"
    }
    line_is_indented_with_tab {
        en "the line is indented with a tab"
        ru "строка сдвинута табуляцией"
        ky "сап табуляция менен жылдырылган"
    }
    line_is_indented_with_space_of_another {
        en "the line is indented with a space of another kind"
        ru "строка сдвинута пробелом другого вида"
        ky "сап башка түрдөгү боштук менен жылдырылган"
    }
    yaml_knows_spaces_only_remove_what_stands(word) {
        en "YAML knows spaces only: remove what stands before `{word}`."
        ru "YAML знает только пробелы: уберите то, что стоит перед `{word}`."
        ky "YAML боштукту гана билет: `{word}` алдындагыны алып салыңыз."
    }
    yaml_knows_spaces_only_write_spaces_before(spaces, word) {
        en "YAML knows spaces only: write {spaces} spaces before `{word}`."
        ru "YAML знает только пробелы: поставьте {spaces} {spaces|пробел|пробела|пробелов} перед `{word}`."
        ky "YAML боштукту гана билет: `{word}` алдына {spaces} боштук коюңуз."
    }
    yaml_knows_ordinary_space_only_remove_what(word) {
        en "YAML knows the ordinary space only: remove what stands before `{word}`."
        ru "YAML знает только обычный пробел: уберите то, что стоит перед `{word}`."
        ky "YAML кадимки боштукту гана билет: `{word}` алдындагыны алып салыңыз."
    }
    yaml_knows_ordinary_space_only_write_spaces(spaces, word) {
        en "YAML knows the ordinary space only: write {spaces} spaces before `{word}`."
        ru "YAML знает только обычный пробел: поставьте {spaces} {spaces|пробел|пробела|пробелов} перед `{word}`."
        ky "YAML кадимки боштукту гана билет: `{word}` алдына {spaces} боштук коюңуз."
    }
    indent_it_by_spaces_like_lines(spaces) {
        en "Indent it by {spaces} spaces, like the lines that it belongs to."
        ru "Сдвиньте её на {spaces} {spaces|пробел|пробела|пробелов}, как строки, к которым она относится."
        ky "Аны өзү таандык саптардай {spaces} боштукка жылдырыңыз."
    }
    this_line_does_not_fit_to_those {
        en "this line does not fit to those above it"
        ru "эта строка не совпадает с теми, что выше"
        ky "бул сап жогорудагыларга дал келбейт"
    }
    remove_spaces_before {
        en "Remove the spaces before it."
        ru "Уберите пробелы перед ней."
        ky "Анын алдындагы боштуктарды алып салыңыз."
    }
    indent_it_by_spaces_like_line_above(spaces) {
        en "Indent it by {spaces} spaces, like the line above."
        ru "Сдвиньте её на {spaces} {spaces|пробел|пробела|пробелов}, как строку выше."
        ky "Аны жогорку саптай {spaces} боштукка жылдырыңыз."
    }
    this_line_is_indented_further_than_one {
        en "this line is indented further than the one above it, which has its value already"
        ru "эта строка сдвинута дальше той, что выше, хотя у той уже есть значение"
        ky "бул сап жогоркусунан ары жылдырылган, ал эми анын мааниси бар"
    }
    begin_item_with_hyphen_and_space(text) {
        en "Begin the item with a hyphen and a space: `- {text}`."
        ru "Начните пункт с дефиса и пробела: `- {text}`."
        ky "Пунктту дефис жана боштук менен баштаңыз: `- {text}`."
    }
    item_of_list_begins_with_another_mark {
        en "the item of a list begins with another mark than a hyphen"
        ru "пункт списка начинается не с дефиса, а с другого знака"
        ky "тизменин пункту дефис менен эмес, башка белги менен башталат"
    }
    put_ordinary_space_after_hyphen(text) {
        en "Put an ordinary space after the hyphen: `- {text}`."
        ru "Поставьте обычный пробел после дефиса: `- {text}`."
        ky "Дефистен кийин кадимки боштук коюңуз: `- {text}`."
    }
    there_is_no_space_after_hyphen {
        en "there is no space after the hyphen"
        ru "после дефиса нет пробела"
        ky "дефистен кийин боштук жок"
    }
    write_with_space_after_colon(shown) {
        en "Write `{shown}`, with a space after the colon."
        ru "Напишите `{shown}`, с пробелом после двоеточия."
        ky "`{shown}` деп, кош чекиттен кийин боштук менен жазыңыз."
    }
    there_is_no_space_after_colon {
        en "there is no space after the colon"
        ru "после двоеточия нет пробела"
        ky "кош чекиттен кийин боштук жок"
    }
    space_beside_colon_is_no_break_space {
        en "the space beside the colon is a no-break space or another that YAML does not know"
        ru "рядом с двоеточием стоит неразрывный пробел или другой, которого YAML не знает"
        ky "кош чекиттин жанында үзүлбөс боштук же YAML билбеген башка боштук турат"
    }
    write_with_ordinary_space(shown) {
        en "Write `{shown}` with an ordinary space."
        ru "Напишите `{shown}` с обычным пробелом."
        ky "`{shown}` деп кадимки боштук менен жазыңыз."
    }
    write_with_ordinary_colon_and_space(shown) {
        en "Write `{shown}` with an ordinary colon and a space."
        ru "Напишите `{shown}` с обычным двоеточием и пробелом."
        ky "`{shown}` деп кадимки кош чекит жана боштук менен жазыңыз."
    }
    this_is_not_colon_that_yaml_knows {
        en "this is not the colon that YAML knows"
        ru "это не то двоеточие, которое знает YAML"
        ky "бул YAML билген кош чекит эмес"
    }
    write_with_colon_and_space(shown) {
        en "Write `{shown}`, with a colon and a space."
        ru "Напишите `{shown}`, с двоеточием и пробелом."
        ky "`{shown}` деп, кош чекит жана боштук менен жазыңыз."
    }
    there_is_no_colon_after(key) {
        en "there is no colon after `{key}`"
        ru "после `{key}` нет двоеточия"
        ky "`{key}` дегенден кийин кош чекит жок"
    }
    write_at_end_of_text_as_well(quote) {
        en "Write {quote} at the end of the text as well."
        ru "Поставьте {quote} и в конце текста."
        ky "Тексттин аягына да {quote} коюңуз."
    }
    quote_is_opened_here_and_never_closed {
        en "a quote is opened here and never closed"
        ru "кавычка здесь открыта и нигде не закрыта"
        ky "тырмакча бул жерде ачылып, эч жерде жабылган эмес"
    }
    list_cannot_begin_on_line {
        en "a list cannot begin on the line of its key"
        ru "список не может начинаться в строке своего ключа"
        ky "тизме өз ачкычынын сабында башталбайт"
    }
    put_quotes_around_text_or_begin_list(quoted) {
        en "Put quotes around the text, or begin the list on the next line: {quoted}."
        ru "Возьмите текст в кавычки или начните список со следующей строки: {quoted}."
        ky "Текстти тырмакчага алыңыз же тизмени кийинки саптан баштаңыз: {quoted}."
    }
    text_cannot_begin_with(c) {
        en "a text cannot begin with {c}"
        ru "текст не может начинаться с {c}"
        ky "текст {c} белгиси менен башталбайт"
    }
    put_quotes_around_the_text(quoted) {
        en "Put quotes around the text: {quoted}."
        ru "Возьмите текст в кавычки: {quoted}."
        ky "Текстти тырмакчага алыңыз: {quoted}."
    }
    colon_and_space_stand_in_text {
        en "a colon and a space stand in the text"
        ru "в тексте стоит двоеточие с пробелом"
        ky "текстте кош чекит менен боштук турат"
    }
    put_quotes_around_the_whole_text(quoted) {
        en "Put quotes around the whole text: {quoted}."
        ru "Возьмите весь текст в кавычки: {quoted}."
        ky "Бүт текстти тырмакчага алыңыз: {quoted}."
    }
    words_stand_after_closing_quote {
        en "words stand after the closing quote"
        ru "после закрывающей кавычки стоят слова"
        ky "жабуучу тырмакчадан кийин сөздөр турат"
    }
    put_whole_text_into_quotes_of_other(quoted) {
        en "Put the whole text into quotes of the other kind: {quoted}."
        ru "Возьмите весь текст в кавычки другого вида: {quoted}."
        ky "Бүт текстти башка түрдөгү тырмакчага алыңыз: {quoted}."
    }
    what_follows_after_space_is_remark {
        en "what follows # after a space is a remark, so the bracket is not closed"
        ru "то, что идёт за # после пробела, — примечание, поэтому скобка не закрыта"
        ky "боштуктан кийинки # белгисинин арты эскертүү болот, ошондуктан кашаа жабылган эмес"
    }
    bracket_is_opened_here_and_not_closed(open) {
        en "the bracket {open} is opened here and not closed"
        ru "скобка {open} здесь открыта и не закрыта"
        ky "{open} кашаасы бул жерде ачылып, жабылган эмес"
    }
    write_at_end(close, with) {
        en "Write {close} at the end: {with}."
        ru "Поставьте {close} в конце: {with}."
        ky "Аягына {close} коюңуз: {with}."
    }
    if_text_holds_colon_and_space_put {
        en "If the text holds a colon and a space, put quotes around it: \"like: this\". If not, look at how far this line and the one above are indented."
        ru "Если в тексте есть двоеточие с пробелом, возьмите его в кавычки: \"вот: так\". Если нет, посмотрите, как сдвинуты эта строка и та, что выше."
        ky "Эгер текстте кош чекит менен боштук болсо, аны тырмакчага алыңыз: \"мына: мындай\". Болбосо, бул сап менен жогорку сап кандай жылдырылганын караңыз."
    }
    values_are_nested_too_deeply {
        en "the values are nested too deeply"
        ru "значения вложены друг в друга слишком глубоко"
        ky "маанилер бири-биринин ичинде өтө терең жайгашкан"
    }
    write_values_out_instead_of_repeating {
        en "Write the values out instead of repeating or nesting them."
        ru "Напишите значения полностью, не повторяя и не вкладывая их."
        ky "Маанилерди кайталабай, бири-бирине салбай, толук жазыңыз."
    }
    put_quotes_around_it {
        en "Put quotes around the text: \"…\"."
        ru "Возьмите текст в кавычки: \"…\"."
        ky "Текстти тырмакчага алыңыз: \"…\"."
    }
    key_stands_here_second_time(name) {
        en "the key `{name}` stands here a second time"
        ru "ключ `{name}` стоит здесь второй раз"
        ky "`{name}` ачкычы бул жерде экинчи жолу турат"
    }
    keep_one_of_two {
        en "Keep one of the two."
        ru "Оставьте один из двух."
        ky "Экөөнүн бирин калтырыңыз."
    }
    backslash_in_this_text_makes_character {
        en "a backslash in this text makes a character that no page may hold"
        ru "обратная косая черта в этом тексте даёт знак, которого на странице быть не может"
        ky "бул тексттеги тескери кыйшык сызык баракта болбой турган белгини берет"
    }
    write_for_backslash_or_put_text_between {
        en "Write \\\\ for a backslash, or put the text between single quotes: 'C:\\bin'."
        ru "Вместо \\ напишите \\\\ или возьмите текст в одинарные кавычки: 'C:\\bin'."
        ky "\\ ордуна \\\\ жазыңыз же текстти жалкы тырмакчага алыңыз: 'C:\\bin'."
    }
    values_refer_to_one_another_too_often {
        en "the values refer to one another too often"
        ru "значения слишком часто ссылаются друг на друга"
        ky "маанилер бири-бирине өтө көп шилтеме кылат"
    }
    add_closing_quote_write_for_quote_inside {
        en "Add the closing quote; write \\\" for a quote inside."
        ru "Поставьте закрывающую кавычку; кавычку внутри текста пишите так: \\\"."
        ky "Жабуучу тырмакчаны коюңуз; тексттин ичиндеги тырмакчаны мындай жазыңыз: \\\"."
    }
    bracket_is_opened_here_and_not_closed_or_comma {
        en "the bracket {{ is opened here and not closed, or a comma is missing"
        ru "скобка {{ здесь открыта и не закрыта, или не хватает запятой"
        ky "{{ кашаасы бул жерде ачылып, жабылган эмес же үтүр жетпейт"
    }
    write_in_braces {
        en "Write {{ky: …, ru: …}}."
        ru "Напишите {{ky: …, ru: …}}."
        ky "{{ky: …, ru: …}} деп жазыңыз."
    }
    bracket_is_opened_here_and_not_closed_or_comma_is_missing {
        en "the bracket [ is opened here and not closed, or a comma is missing"
        ru "скобка [ здесь открыта и не закрыта, или не хватает запятой"
        ky "[ кашаасы бул жерде ачылып, жабылган эмес же үтүр жетпейт"
    }
    write_in_square_brackets {
        en "Write [one, two]."
        ru "Напишите [one, two]."
        ky "[one, two] деп жазыңыз."
    }
    colon_stands_where_none_can {
        en "a colon stands where none can be"
        ru "двоеточие стоит там, где его быть не может"
        ky "кош чекит болбой турган жерде турат"
    }
    value_cannot_begin_like_this {
        en "a value cannot begin like this"
        ru "значение не может так начинаться"
        ky "маани мындай башталбайт"
    }
    indent_with_spaces_not_with_tabs_put {
        en "Indent with spaces, not with tabs; put quotes around a text that begins with @, ` or %."
        ru "Сдвигайте строки пробелами, а не табуляцией; текст, который начинается с @, ` или %, берите в кавычки."
        ky "Саптарды табуляция менен эмес, боштук менен жылдырыңыз; @, ` же % менен башталган текстти тырмакчага алыңыз."
    }
    list_cannot_begin_here {
        en "a list cannot begin here"
        ru "список не может начинаться здесь"
        ky "тизме бул жерде башталбайт"
    }
    put_quotes_around_text_that_begins {
        en "Put quotes around a text that begins with a dash; begin a list on a line of its own."
        ru "Текст, который начинается с дефиса, возьмите в кавычки; список начните с отдельной строки."
        ky "Дефис менен башталган текстти тырмакчага алыңыз; тизмени өзүнчө саптан баштаңыз."
    }
    text_cannot_begin_with_star_or_and {
        en "a text cannot begin with * or &"
        ru "текст не может начинаться с * или &"
        ky "текст * же & белгиси менен башталбайт"
    }
    text_cannot_begin_with_star {
        en "a text cannot begin with *"
        ru "текст не может начинаться с *"
        ky "текст * белгиси менен башталбайт"
    }
    text_cannot_begin_with_exclamation {
        en "a text cannot begin with !"
        ru "текст не может начинаться с !"
        ky "текст ! белгиси менен башталбайт"
    }
    there_is_no_colon_after_key {
        en "there is no colon after the key"
        ru "после ключа нет двоеточия"
        ky "ачкычтан кийин кош чекит жок"
    }
    write_key_value_with_space_after_colon {
        en "Write `key: value`, with a space after the colon."
        ru "Напишите `key: value`, с пробелом после двоеточия."
        ky "`key: value` деп, кош чекиттен кийин боштук менен жазыңыз."
    }
    this_line_does_not_fit_into_list {
        en "this line does not fit into the list above it"
        ru "эта строка не подходит к списку над ней"
        ky "бул сап үстүндөгү тизмеге туура келбейт"
    }
    indent_it_like_lines_of_item {
        en "Indent it like the lines of the item it belongs to."
        ru "Сдвиньте её так же, как строки пункта, к которому она относится."
        ky "Аны өзү таандык пункттун саптарындай жылдырыңыз."
    }
    this_does_not_fit_after_what_stands {
        en "this does not fit after what stands before it"
        ru "это не подходит к тому, что стоит перед ним"
        ky "бул алдында тургандарга туура келбейт"
    }
    put_quotes_around_whole_text_or_indent {
        en "Put quotes around the whole text, or indent the line like its neighbours."
        ru "Возьмите весь текст в кавычки или сдвиньте строку, как соседние."
        ky "Бүт текстти тырмакчага алыңыз же сапты коңшуларындай жылдырыңыз."
    }
    keep_one_record_in_file_move_what {
        en "Keep one record in the file: move what follows the line --- into a file of its own."
        ru "В файле должна быть одна запись: перенесите то, что идёт за строкой ---, в отдельный файл."
        ky "Файлда бир гана жазуу болсун: --- сабынан кийинкини өзүнчө файлга көчүрүңүз."
    }
    file_holds_more_than_one_document {
        en "the file holds more than one document"
        ru "в файле больше одного документа"
        ky "файлда бирден көп документ бар"
    }
    key_must_be_plain_word {
        en "a key must be a plain word"
        ru "ключ должен быть обычным словом"
        ky "ачкыч жөнөкөй сөз болушу керек"
    }
    write_key_value {
        en "Write `key: value`."
        ru "Напишите `key: value`."
        ky "`key: value` деп жазыңыз."
    }
    file_holds_invisible_control_character {
        en "the file holds an invisible control character"
        ru "в файле есть невидимый управляющий знак"
        ky "файлда көрүнбөгөн башкаруу белгиси бар"
    }
    remove_it_or_type_line_anew {
        en "Remove it, or type the line anew."
        ru "Удалите его или наберите строку заново."
        ky "Аны өчүрүңүз же сапты кайра териңиз."
    }
    line_cannot_be_read {
        en "the line cannot be read"
        ru "строку нельзя прочитать"
        ky "сапты окуу мүмкүн эмес"
    }
    look_at_this_line_and_one_above {
        en "Look at this line and the one above: indentation, colons, quotes, brackets."
        ru "Посмотрите на эту строку и на ту, что выше: отступ, двоеточия, кавычки, скобки."
        ky "Бул сапты жана жогоркусун караңыз: чегинүү, кош чекит, тырмакча, кашаа."
    }

    // Markdown.

    highlighting {
        en "highlighting"
        ru "выделение"
        ky "бөлүп көрсөтүү"
    }
    say_it_in_markdown_or_leave {
        en "Say it in Markdown, or leave it out."
        ru "Выразите это средствами Markdown или уберите."
        ky "Муну Markdown менен жазыңыз же алып салыңыз."
    }
    write_it_in_element_of_that_name {
        en "Write it in an element of that name, or say it in Markdown."
        ru "Поместите его в элемент с таким именем или выразите это средствами Markdown."
        ky "Аны ушундай аттуу элементтин ичине жазыңыз же Markdown менен жазыңыз."
    }
    write_its_line_without_text_ends_raw {
        en "Write its `>`; a line without text ends raw HTML."
        ru "Поставьте `>`; пустая строка заканчивает HTML."
        ky "`>` белгисин коюңуз; бош сап HTML'ди бүтүрөт."
    }
    tag_is_not_allowed_and_was_removed(name) {
        en "the tag `<{name}>` is not allowed and was removed"
        ru "тег `<{name}>` здесь не разрешён и убран"
        ky "`<{name}>` теги бул жерде уруксат эмес, ал алынып салынды"
    }
    tag_makes_block_where_line_is_expected(name) {
        en "the tag `<{name}>` makes a block, where a line is expected, and was removed"
        ru "тег `<{name}>` образует блок там, где нужна строка, и убран"
        ky "`<{name}>` теги сап керек жерде блок түзөт, ал алынып салынды"
    }
    tag_stands_outside_of_and_was_removed(name, parents) {
        en "the tag `<{name}>` stands outside of `<{parents}>` and was removed"
        ru "тег `<{name}>` стоит вне `<{parents}>` и убран"
        ky "`<{name}>` теги `<{parents}>` ичинде эмес, ал алынып салынды"
    }
    this_tag_has_more_than_bytes(most) {
        en "this tag has more than {most} bytes; it and what follows it was removed"
        ru "этот тег длиннее {most} {most|байта|байт|байт}; он и всё за ним убрано"
        ky "бул тег {most} байттан узун; ал жана андан кийинкиси алынып салынды"
    }
    this_tag_has_no_end {
        en "this tag has no end and was removed"
        ru "у этого тега нет конца, он убран"
        ky "бул тегдин аягы жок, ал алынып салынды"
    }
    leave_it_out_classes_of_your_own {
        en "Leave it out. Classes of your own begin with `own-`; how they look is said in a style sheet of the site's theme."
        ru "Уберите его. Собственные классы начинаются с `own-`; как они выглядят, сказано в таблице стилей темы сайта."
        ky "Аны алып салыңыз. Өз класстарыңыз `own-` менен башталат; алардын көрүнүшү сайттын темасынын стилинде айтылат."
    }
    give_it_another_id_or_leave {
        en "Give it another id, or leave it out."
        ru "Дайте другой id или уберите его."
        ky "Башка id бериңиз же аны алып салыңыз."
    }
    attribute_of_is_not_allowed(name, tag) {
        en "the attribute `{name}` of `<{tag}>` is not allowed and was removed"
        ru "атрибут `{name}` тега `<{tag}>` не разрешён и убран"
        ky "`<{tag}>` тегинин `{name}` атрибуту уруксат эмес, ал алынып салынды"
    }
    id_begins_like_those_that_theme_keeps(value) {
        en "the id `{value}` begins like those that the theme keeps for itself and was removed"
        ru "id `{value}` начинается так, как тема называет своё, и убран"
        ky "id `{value}` теманын өздөрүндөй башталат, ал алынып салынды"
    }
    is_no_id_and_was_removed(value) {
        en "`{value}` is no id and was removed"
        ru "`{value}` — не id, он убран"
        ky "`{value}` — id эмес, ал алынып салынды"
    }
    id_is_given_twice_on_page_this(value) {
        en "the id `{value}` is given twice on the page; this one is not allowed and was removed"
        ru "id `{value}` уже есть на странице; этот не разрешён и убран"
        ky "id `{value}` баракта мурунтан бар; бул уруксат эмес, алынып салынды"
    }
    tabindex_other_than_and_is_not_allowed {
        en "a `tabindex` other than 0 and -1 is not allowed and was removed"
        ru "`tabindex` может быть только 0 или -1; другой не разрешён и убран"
        ky "`tabindex` 0 же -1 гана болот; башкасы уруксат эмес, алынып салынды"
    }
    cite_that_is_no_address_of_web {
        en "a `cite` that is no address of the web is not allowed and was removed"
        ru "`cite` не с адресом в интернете не разрешён и убран"
        ky "интернет дареги жок `cite` уруксат эмес, ал алынып салынды"
    }
    class_is_theme_not_text(class) {
        en "the class `{class}` is the theme's, not the text's, and was removed"
        ru "класс `{class}` принадлежит теме, а не тексту, и убран"
        ky "`{class}` классы тексттики эмес, теманыкы, ал алынып салынды"
    }
    id_cannot_be_part_of_address(id) {
        en "the id `{id}` cannot be part of an address"
        ru "id `{id}` не может быть частью адреса"
        ky "id `{id}` даректин бөлүгү боло албайт"
    }
    use_latin_letters_digits_and_hyphens(example) {
        en "Use Latin letters, digits and -; for example `{example}`."
        ru "Берите латинские буквы, цифры и -; например `{example}`."
        ky "Латын тамгаларын, цифраларды жана - колдонуңуз; мисалы `{example}`."
    }
    id_begins_like_those_that_theme_keeps_for_itself(id) {
        en "the id `{id}` begins like those that the theme keeps for itself"
        ru "id `{id}` начинается так, как тема называет своё"
        ky "id `{id}` теманын өздөрүндөй башталат"
    }
    choose_one_that_does_not_begin(those) {
        en "Choose one that does not begin with {those}."
        ru "Выберите такой, который не начинается с {those}."
        ky "{those} менен башталбаганын тандаңыз."
    }
    id_is_given_twice_on_page(id) {
        en "the id `{id}` is given twice on the page"
        ru "id `{id}` дан на странице дважды"
        ky "id `{id}` баракта эки жолу берилген"
    }
    give_each_heading_figure_and_table {
        en "Give each heading, figure and table its own id."
        ru "Дайте каждому заголовку, рисунку и таблице свой id."
        ky "Ар бир аталышка, сүрөткө жана таблицага өз id бериңиз."
    }
    write_words_to_make_them_stand_out {
        en "Write **words** to make them stand out."
        ru "Напишите **слова**, чтобы выделить их."
        ky "Сөздөрдү бөлүп көрсөтүү үчүн **сөз** деп жазыңыз."
    }
    remark_of_obsidian {
        en "a remark of Obsidian"
        ru "примечание Obsidian"
        ky "Obsidian эскертүүсү"
    }
    write_remark_as_it_is_not_shown {
        en "Write a remark as <!-- … -->; it is not shown."
        ru "Примечание пишут так: <!-- … -->; оно не показывается."
        ky "Эскертүүнү <!-- … --> деп жазыңыз; ал көрсөтүлбөйт."
    }
    shortcode_of_another_program {
        en "a shortcode of another program"
        ru "код другой программы"
        ky "башка программанын коду"
    }
    write_what_it_stands {
        en "Write what it stands for."
        ru "Напишите то, что он означает."
        ky "Ал билдирген нерсени жазыңыз."
    }
    attribute_of_kramdown {
        en "an attribute of Kramdown"
        ru "атрибут Kramdown"
        ky "Kramdown атрибуту"
    }
    attribute_of_pandoc {
        en "an attribute of Pandoc"
        ru "атрибут Pandoc"
        ky "Pandoc атрибуту"
    }
    id {
        en "an id"
        ru "id"
        ky "id"
    }
    give_it_to_heading_picture_or_table {
        en "Give it to a heading, a picture or a table; here it says nothing."
        ru "Дайте его заголовку, рисунку или таблице; здесь он ничего не значит."
        ky "Аны аталышка, сүрөткө же таблицага бериңиз; бул жерде ал эч нерсени билдирбейт."
    }
    is_which_stays_in_text_here(mark, what) {
        en "`{mark}` is {what}, which stays in the text here"
        ru "`{mark}` — {what}; здесь это остаётся в тексте как есть"
        ky "`{mark}` — {what}; бул жерде ал текстте ошол бойдон калат"
    }
    remove_it_how_text_looks_is_theme {
        en "Remove it: how a text looks is the theme's."
        ru "Уберите: как выглядит текст, решает тема."
        ky "Алып салыңыз: тексттин көрүнүшүн тема чечет."
    }
    remove_it_theme_shows_headings_of_page {
        en "Remove it: the theme shows the headings of a page."
        ru "Уберите: тема сама показывает заголовки страницы."
        ky "Алып салыңыз: барактын аталыштарын тема өзү көрсөтөт."
    }
    table_of_contents_is_not_made_here {
        en "a table of contents is not made here"
        ru "оглавление здесь не создаётся"
        ky "мазмун бул жерде түзүлбөйт"
    }
    is_link_of_wiki_which_stays(mark) {
        en "`{mark}` is a link of a wiki, which stays in the text here"
        ru "`{mark}` — ссылка вики; здесь она остаётся в тексте как есть"
        ky "`{mark}` — вики шилтемеси; бул жерде ал текстте ошол бойдон калат"
    }
    write_what_picture_shows(target) {
        en "Write ![what the picture shows]({target})."
        ru "Напишите ![что показано на рисунке]({target})."
        ky "![сүрөттө эмне көрсөтүлгөн]({target}) деп жазыңыз."
    }
    write_page_md_with_path_of_page(words) {
        en "Write [{words}](page.md), with the path of the page's file."
        ru "Напишите [{words}](page.md), с путём к файлу страницы."
        ky "[{words}](page.md) деп, барактын файлына баруучу жол менен жазыңыз."
    }
    is_box_of_another_dialect_which_stays(mark) {
        en "`{mark}` is a box of another dialect, which stays in the text here"
        ru "`{mark}` — рамка из другого вида Markdown; здесь она остаётся в тексте как есть"
        ky "`{mark}` — Markdown'дун башка түрүнүн алкагы; бул жерде ал текстте ошол бойдон калат"
    }
    write_box_as_quotation_note_on_first {
        en "Write a box as a quotation: `> [!NOTE]` on the first line, and > before each line of its text."
        ru "Напишите рамку как цитату: `> [!NOTE]` в первой строке и > перед каждой строкой её текста."
        ky "Алкакты цитата түрүндө жазыңыз: биринчи сапка `> [!NOTE]` жана текстинин ар бир сабынын алдына >."
    }
    put_space_before_first_or_after_second(kind, sign) {
        en "Put a space before the first {kind} or after the second, or write \\{sign} for a plain sign."
        ru "Поставьте пробел перед первым {kind} или после второго либо напишите \\{sign} для обычного знака."
        ky "Биринчи {kind} алдына же экинчисинен кийин боштук коюңуз, же жөнөкөй белги үчүн \\{sign} деп жазыңыз."
    }
    marks_stay_in_text_letters_stand(kind) {
        en "the marks {kind} stay in the text: letters stand on both sides of them"
        ru "знаки {kind} остаются в тексте: с обеих сторон от них стоят буквы"
        ky "{kind} белгилери текстте калат: алардын эки жагында тең тамга турат"
    }
    marks_stay_in_text_spaces_stand_between(kind) {
        en "the marks {kind} stay in the text: spaces stand between them and the words"
        ru "знаки {kind} остаются в тексте: между ними и словами стоят пробелы"
        ky "{kind} белгилери текстте калат: алар менен сөздөрдүн ортосунда боштук турат"
    }
    write_plainly(shown) {
        en "Write {shown}."
        ru "Напишите {shown}."
        ky "{shown} деп жазыңыз."
    }
    mark_stays_in_text_it_is_opened(kind) {
        en "the mark {kind} stays in the text: it is opened and never closed"
        ru "знак {kind} остаётся в тексте: он открыт и не закрыт"
        ky "{kind} белгиси текстте калат: ал ачылып, жабылган эмес"
    }
    mark_stays_in_text_it_is_closed(kind) {
        en "the mark {kind} stays in the text: it is closed and never opened"
        ru "знак {kind} остаётся в тексте: он закрыт, но не открыт"
        ky "{kind} белгиси текстте калат: ал жабылган, бирок ачылган эмес"
    }
    write_on_other_side_of_words_too(kind, sign) {
        en "Write {kind} on the other side of the words too, or {sign} for plain signs."
        ru "Поставьте {kind} и с другой стороны слов либо напишите {sign} для обычных знаков."
        ky "Сөздөрдүн экинчи жагына да {kind} коюңуз же жөнөкөй белги үчүн {sign} деп жазыңыз."
    }
    add_line_after_code(fence) {
        en "Add a line {fence} after the code."
        ru "Добавьте строку {fence} после кода."
        ky "Коддон кийин {fence} сабын кошуңуз."
    }
    code_is_opened_by_and_never_closed(fence) {
        en "the code is opened by {fence} and never closed: all that follows is shown as code"
        ru "код открыт строкой {fence} и не закрыт: всё дальше показывается как код"
        ky "код {fence} сабы менен ачылып, жабылган эмес: андан аркынын баары код катары көрсөтүлөт"
    }
    remark_is_opened_by_and_never_closed {
        en "the remark is opened by <!-- and never closed: all that follows is part of it"
        ru "примечание открыто знаком <!-- и не закрыто: всё дальше входит в него"
        ky "эскертүү <!-- менен ачылып, жабылган эмес: андан аркынын баары ага кирет"
    }
    add_at_end_of_remark {
        en "Add --> at the end of the remark."
        ru "Поставьте --> в конце примечания."
        ky "Эскертүүнүн аягына --> коюңуз."
    }
    it_has_more_than_six_marks {
        en "it has more than six marks"
        ru "в нём больше шести знаков"
        ky "анда алтыдан көп белги бар"
    }
    write_at_most_six {
        en "Write at most six #."
        ru "Ставьте не больше шести #."
        ky "Алтыдан ашык # койбоңуз."
    }
    there_is_no_space_after_its_marks {
        en "there is no space after its marks"
        ru "после его знаков нет пробела"
        ky "белгилеринен кийин боштук жок"
    }
    write_instead(shown) {
        en "Write `{shown}`."
        ru "Напишите `{shown}`."
        ky "`{shown}` деп жазыңыз."
    }
    space_after_its_marks_is_no_break {
        en "the space after its marks is a no-break space"
        ru "после его знаков стоит неразрывный пробел"
        ky "белгилеринен кийин үзүлбөс боштук турат"
    }
    write_ordinary_space_after(marks) {
        en "Write an ordinary space after {marks}."
        ru "Поставьте обычный пробел после {marks}."
        ky "{marks} белгилеринен кийин кадимки боштук коюңуз."
    }
    heading_stays_plain_text(what) {
        en "the heading stays plain text: {what}"
        ru "заголовок остаётся обычным текстом: {what}"
        ky "аталыш жөнөкөй текст бойдон калат: {what}"
    }
    item_of_list_stays_plain_text {
        en "the item of a list stays plain text"
        ru "пункт списка остаётся обычным текстом"
        ky "тизменин пункту жөнөкөй текст бойдон калат"
    }
    these_lines_run_on_in_one_paragraph {
        en "these lines run on in one paragraph, though they begin like the items of a list"
        ru "эти строки идут подряд одним абзацем, хотя начинаются как пункты списка"
        ky "бул саптар тизменин пункттарындай башталса да, бир абзац болуп кетет"
    }
    put_empty_line_before_list_and_begin(shown) {
        en "Put an empty line before the list, and begin each item like this: `{shown}`; or put an empty line between the lines."
        ru "Поставьте пустую строку перед списком и начинайте каждый пункт так: `{shown}`; либо поставьте пустую строку между строками."
        ky "Тизменин алдына бош сап коюп, ар бир пунктту мындай баштаңыз: `{shown}`; же саптардын ортосуна бош сап коюңуз."
    }
    begin_each_item_like_this_or_put(shown) {
        en "Begin each item like this: `{shown}`; or put an empty line between the lines."
        ru "Начинайте каждый пункт так: `{shown}`; либо поставьте пустую строку между строками."
        ky "Ар бир пунктту мындай баштаңыз: `{shown}`; же саптардын ортосуна бош сап коюңуз."
    }
    put_empty_line_before_list_and_begin_each(shown) {
        en "Put an empty line before the list, and begin each item like this: `{shown}`."
        ru "Поставьте пустую строку перед списком и начинайте каждый пункт так: `{shown}`."
        ky "Тизменин алдына бош сап коюп, ар бир пунктту мындай баштаңыз: `{shown}`."
    }
    begin_each_item_like_this_with_space(shown) {
        en "Begin each item like this, with a space: `{shown}`."
        ru "Начинайте каждый пункт так, с пробелом: `{shown}`."
        ky "Ар бир пунктту боштук менен мындай баштаңыз: `{shown}`."
    }
    add_line_address(reference) {
        en "Add a line `[{reference}]: address`."
        ru "Добавьте строку `[{reference}]: адрес`."
        ky "`[{reference}]: дарек` сабын кошуңуз."
    }
    there_is_no_link(reference) {
        en "there is no link `[{reference}]`"
        ru "нет ссылки `[{reference}]`"
        ky "`[{reference}]` деген шилтеме жок"
    }
    line_defines_link_which_nothing_uses(label) {
        en "the line defines the link `[{label}]`, which nothing uses, so it is not shown"
        ru "строка задаёт ссылку `[{label}]`, которой никто не пользуется, поэтому она не показывается"
        ky "сап `[{label}]` шилтемесин берет, аны эч нерсе колдонбойт, ошондуктан ал көрсөтүлбөйт"
    }
    write_if_it_is_to_be_read(label) {
        en "Write \\[{label}]: if it is to be read, or remove the line."
        ru "Напишите \\[{label}]:, если это нужно читать, или уберите строку."
        ky "Аны окуу керек болсо, \\[{label}]: деп жазыңыз же сапты алып салыңыз."
    }
    add_line(name) {
        en "Add a line `[^{name}]: …`."
        ru "Добавьте строку `[^{name}]: …`."
        ky "`[^{name}]: …` сабын кошуңуз."
    }
    there_is_no_footnote(name) {
        en "there is no footnote `{name}`"
        ru "нет сноски `{name}`"
        ky "`{name}` деген шилтеме-эскертүү жок"
    }
    write_without_space(shown) {
        en "Write `](` without a space: `{shown}`."
        ru "Напишите `](` без пробела: `{shown}`."
        ky "`](` белгилерин боштуксуз жазыңыз: `{shown}`."
    }
    space_stands_between {
        en "a space stands between ] and ("
        ru "между ] и ( стоит пробел"
        ky "] менен ( ортосунда боштук турат"
    }
    its_title_is_not_in_straight_quotes {
        en "its title is not in straight quotes"
        ru "её подпись не в прямых кавычках"
        ky "жазуусу түз тырмакчада эмес"
    }
    write_in_brackets(with) {
        en "Write ({with})."
        ru "Напишите ({with})."
        ky "({with}) деп жазыңыз."
    }
    space_stands_in_address {
        en "a space stands in the address"
        ru "в адресе стоит пробел"
        ky "даректе боштук турат"
    }
    write_for_space(with) {
        en "Write %20 for a space: ({with})."
        ru "Вместо пробела напишите %20: ({with})."
        ky "Боштуктун ордуна %20 жазыңыз: ({with})."
    }
    link_stands_inside_its_words {
        en "a link stands inside its words"
        ru "внутри её слов стоит ссылка"
        ky "сөздөрүнүн ичинде шилтеме турат"
    }
    divide_two_link_cannot_hold_another {
        en "Divide the two: a link cannot hold another."
        ru "Разделите их: ссылка не может содержать другую."
        ky "Экөөнү бөлүңүз: шилтеменин ичинде башка шилтеме болбойт."
    }
    its_address_has_brackets_or_other_marks {
        en "its address has brackets or other marks"
        ru "в её адресе есть скобки или другие знаки"
        ky "дарегинде кашаа же башка белгилер бар"
    }
    write_address_in_words_address {
        en "Write the address in <…>: [words](<address>)."
        ru "Возьмите адрес в <…>: [слова](<адрес>)."
        ky "Даректи <…> ичине алыңыз: [сөздөр](<дарек>)."
    }
    this_stays_plain_text(why) {
        en "this stays plain text and is no picture: {why}"
        ru "это остаётся обычным текстом и не становится картинкой: {why}"
        ky "бул жөнөкөй текст бойдон калып, сүрөт болбойт: {why}"
    }
    this_stays_plain_text_and_is_no_link(why) {
        en "this stays plain text and is no link: {why}"
        ru "это остаётся обычным текстом и не становится ссылкой: {why}"
        ky "бул жөнөкөй текст бойдон калып, шилтеме болбойт: {why}"
    }
    there_is_no_box_it_stays_quotation(marker) {
        en "there is no box `[!{marker}]`; it stays a quotation"
        ru "рамки `[!{marker}]` нет; это остаётся цитатой"
        ky "`[!{marker}]` деген алкак жок; бул цитата бойдон калат"
    }
    begin_its_lines(marker) {
        en "Begin its lines with >: `> [!{marker}]`."
        ru "Начинайте её строки с >: `> [!{marker}]`."
        ky "Анын саптарын > менен баштаңыз: `> [!{marker}]`."
    }
    box_stays_plain_text(marker) {
        en "the box `[!{marker}]` stays plain text"
        ru "рамка `[!{marker}]` остаётся обычным текстом"
        ky "`[!{marker}]` алкагы жөнөкөй текст бойдон калат"
    }
    bar_divides_what_stands_in_code {
        en "a bar divides what stands in code or in a link, so that it stays plain text"
        ru "черта разрывает код или ссылку, поэтому они остаются обычным текстом"
        ky "сызык кодду же шилтемени бөлүп койгон, ошондуктан алар жөнөкөй текст бойдон калат"
    }
    write_for_bar_inside_cell {
        en "Write \\| for a bar inside a cell."
        ru "Черту внутри ячейки пишите так: \\|."
        ky "Уячанын ичиндеги сызыкты \\| деп жазыңыз."
    }
    last_cell_of_row_is_not_shown(cells, columns) {
        en "the row has {cells} cells, the head {columns}; the last is not shown"
        ru "в строке {cells} {cells|ячейка|ячейки|ячеек}, в шапке {columns}; последняя не показывается"
        ky "сапта {cells} уяча, башында {columns}; акыркысы көрсөтүлбөйт"
    }
    last_cells_of_row_are_not_shown(cells, columns, surplus) {
        en "the row has {cells} cells, the head {columns}; the last {surplus} are not shown"
        ru "в строке {cells} {cells|ячейка|ячейки|ячеек}, в шапке {columns}; последние {surplus} не показываются"
        ky "сапта {cells} уяча, башында {columns}; акыркы {surplus} уяча көрсөтүлбөйт"
    }
    write_for_bar_inside_cell_or_give {
        en "Write \\| for a bar inside a cell, or give the head and the line under it as many columns."
        ru "Черту внутри ячейки пишите так: \\|, или дайте шапке и строке под ней столько же столбцов."
        ky "Уячанын ичиндеги сызыкты \\| деп жазыңыз же таблицанын башына жана анын астындагы сапка ошончо мамыча бериңиз."
    }
    put_empty_line_before {
        en "Put an empty line before it."
        ru "Поставьте перед ней пустую строку."
        ky "Анын алдына бош сап коюңуз."
    }
    table_stays_plain_text_it_follows_line {
        en "the table stays plain text: it follows a line of text"
        ru "таблица остаётся обычным текстом: она идёт сразу за строкой текста"
        ky "таблица жөнөкөй текст бойдон калат: ал тексттин сабынан дароо кийин турат"
    }
    table_stays_plain_text_its_head(head, columns) {
        en "the table stays plain text: its head has {head} columns, the line under it {columns}"
        ru "таблица остаётся обычным текстом: столбцов в её шапке {head}, в строке под ней {columns}"
        ky "таблица жөнөкөй текст бойдон калат: башында {head} мамыча, астындагы сапта {columns}"
    }
    write_under_head(rule) {
        en "Write {rule} under the head."
        ru "Напишите {rule} под шапкой."
        ky "Таблицанын башынын астына {rule} деп жазыңыз."
    }
    table_stays_plain_text_line_of_dashes {
        en "the table stays plain text: the line of dashes under its head is missing"
        ru "таблица остаётся обычным текстом: под её шапкой нет строки из дефисов"
        ky "таблица жөнөкөй текст бойдон калат: башынын астында дефистерден турган сап жок"
    }
    write_under_first_line(rule) {
        en "Write {rule} under the first line."
        ru "Напишите {rule} под первой строкой."
        ky "Биринчи саптын астына {rule} деп жазыңыз."
    }
    cells_divided_by_tabs_stay_plain_text {
        en "cells divided by tabs stay plain text"
        ru "ячейки, разделённые табуляцией, остаются обычным текстом"
        ky "табуляция менен бөлүнгөн уячалар жөнөкөй текст бойдон калат"
    }
    write_lines_as_table_under_it_then(head, rule) {
        en "Write the lines as a table: {head}, under it {rule}, then the others like the first."
        ru "Напишите строки таблицей: {head}, под ней {rule}, потом остальные, как первую."
        ky "Саптарды таблица кылып жазыңыз: {head}, анын астына {rule}, андан кийин калгандарын биринчисиндей."
    }
    more_than_tags_are_open_here(most) {
        en "more than {most} tags are open here"
        ru "здесь открыто больше {most} {most|тега|тегов|тегов}"
        ky "бул жерде {most} тегден көп ачылган"
    }
    tags_that_are_left_open_go {
        en "tags that are left open go on through a long text up to here"
        ru "незакрытые теги тянутся до этого места через длинный текст"
        ky "жабылбаган тегдер узун текст аркылуу ушул жерге чейин созулат"
    }
    long_text_stands_in_table_but {
        en "a long text stands in a table, but in none of its cells"
        ru "длинный текст стоит в таблице, но ни в одной её ячейке"
        ky "узун текст таблицада турат, бирок анын бир да уячасында эмес"
    }
    more_than_quotations_lists_or_marks(most) {
        en "more than {most} quotations, lists or marks of emphasis stand in one another here"
        ru "здесь больше {most} цитат, списков или выделений стоят друг в друге"
        ky "бул жерде {most} ашык цитата, тизме же бөлүп көрсөтүү бири-биринин ичинде турат"
    }
    divide_text_or_remove_what_opens_them {
        en "Divide the text, or remove what opens them: >, dashes, stars, brackets."
        ru "Разделите текст или уберите то, что их открывает: >, дефисы, звёздочки, скобки."
        ky "Текстти бөлүңүз же аларды ачкан белгилерди алып салыңыз: >, дефис, жылдызча, кашаа."
    }
    text_has_more_than_paragraphs_items_cells(most) {
        en "the text has more than {most} paragraphs, items, cells, links and marks up to here"
        ru "до этого места в тексте больше {most} абзацев, пунктов, ячеек, ссылок и выделений"
        ky "ушул жерге чейин текстте {most} ашык абзац, пункт, уяча, шилтеме жана бөлүп көрсөтүү бар"
    }
    divide_it_into_several_pages_no_phone {
        en "Divide it into several pages; no phone can show so much."
        ru "Разделите его на несколько страниц: телефон столько не покажет."
        ky "Аны бир нече баракка бөлүңүз: телефон мынча көптү көрсөтө албайт."
    }
    write_here_page_own_heading {
        en "Write ## here; the page's own heading is its title."
        ru "Напишите здесь ##: заголовок самой страницы — её title."
        ky "Бул жерге ## жазыңыз: барактын башкы аталышы — анын title ачкычы."
    }
    first_level_heading_stands_in_text {
        en "a first-level heading stands in the text"
        ru "в тексте стоит заголовок первого уровня"
        ky "текстте биринчи деңгээлдеги аталыш турат"
    }
    nothing_opens_it_in_its_paragraph {
        en "nothing opens it in its paragraph, so the tag is shown as text"
        ru "в этом абзаце его ничто не открывает, поэтому тег показан как текст"
        ky "бул абзацта аны эч нерсе ачпайт, ошондуктан тег текст катары көрсөтүлдү"
    }
    nothing_closes_it_in_its_paragraph {
        en "nothing closes it in its paragraph, so the tag is shown as text"
        ru "в этом абзаце его ничто не закрывает, поэтому тег показан как текст"
        ky "бул абзацта аны эч нерсе жаппайт, ошондуктан тег текст катары көрсөтүлдү"
    }
    write_too_both_inside_or_both_outside(other) {
        en "Write `{other}` too, both inside or both outside of a bold word or link."
        ru "Напишите и `{other}`, оба внутри или оба снаружи жирного слова или ссылки."
        ky "`{other}` тегин да жазыңыз, экөө тең кара сөздүн же шилтеменин ичинде же экөө тең сыртында болсун."
    }
    say_it_in_markdown_or_set_raw {
        en "Say it in Markdown; or set `raw_html: true` in site.yaml."
        ru "Выразите это средствами Markdown или поставьте `raw_html: true` в site.yaml."
        ky "Муну Markdown менен жазыңыз же site.yaml файлына `raw_html: true` деп коюңуз."
    }
    raw_html_is_shown_as_text {
        en "raw HTML is shown as text"
        ru "HTML показан как текст"
        ky "HTML текст катары көрсөтүлдү"
    }
    write_closing_tag_of_each_in_paragraph {
        en "Write the closing tag of each, in the paragraph or cell in which it is opened."
        ru "Напишите закрывающий тег каждого в том абзаце или ячейке, где он открыт."
        ky "Ар биринин жабуучу тегин ал ачылган абзацка же уячага жазыңыз."
    }
    part_of_list_or_table_stands_outside {
        en "a part of a list or table stands outside of it before this tag, and its tag was removed"
        ru "перед этим тегом часть списка или таблицы стоит вне их, её тег убран"
        ky "бул тегдин алдында тизменин же таблицанын бөлүгү анын сыртында турат, анын теги алынып салынды"
    }
    close_each_tag_in_paragraph_item {
        en "Close each tag in the paragraph, item or cell in which it is opened."
        ru "Закройте каждый тег в том абзаце, пункте или ячейке, где он открыт."
        ky "Ар бир тегди ал ачылган абзацта, пунктта же уячада жабыңыз."
    }
    put_empty_line_before_and_after {
        en "Put an empty line before and after it; to refer to it in a sentence, leave out the `!`."
        ru "Поставьте пустую строку до и после; чтобы сослаться в предложении, уберите `!`."
        ky "Алдына жана артына бош сап коюңуз; сүйлөмдө шилтеме кылуу үчүн `!` белгисин алып салыңыз."
    }
    figure_or_table_stands_in_line {
        en "a figure or table stands in a line of text"
        ru "рисунок или таблица стоит внутри строки текста"
        ky "сүрөт же таблица тексттин сабынын ичинде турат"
    }
    say_in_brackets_what_picture_shows_woman {
        en "Say in the brackets what the picture shows: ![a woman at a lathe](…)."
        ru "Скажите в скобках, что показано на рисунке: ![женщина у станка](…)."
        ky "Кашаада сүрөттө эмне көрсөтүлгөнүн айтыңыз: ![станоктун жанындагы аял](…)."
    }
    image_has_no_alternative_text {
        en "the image has no alternative text"
        ru "у картинки нет описания"
        ky "сүрөттүн сүрөттөмөсү жок"
    }

    // Pages and records.

    invalid_range_pattern {
        en "invalid range pattern"
        ru "скобка [ пуста или не закрыта"
        ky "[ кашаасы бош же жабылган эмес"
    }
    recursive_wildcards_must_form_a_component {
        en "recursive wildcards must form a single path component"
        ru "`**` должно стоять отдельно, между косыми чертами"
        ky "`**` өзүнчө, кыйшык сызыктардын ортосунда турушу керек"
    }
    wildcards_are_regular_or_recursive {
        en "wildcards are either regular `*` or recursive `**`"
        ru "бывает только `*` или `**`"
        ky "`*` же `**` гана болот"
    }
    has_item(key, count) {
        en "`{key}` has {count} item"
        ru "в `{key}` {count} пункт"
        ky "`{key}` ичинде {count} пункт бар"
    }
    has_items(key, count) {
        en "`{key}` has {count} items"
        ru "в `{key}` пунктов: {count}"
        ky "`{key}` ичинде {count} пункт бар"
    }
    lacks(name, keys) {
        en "the {name} lacks `{keys}`"
        ru "не хватает `{keys}`: {name}"
        ky "{name}: `{keys}` жетпейт"
    }
    is_not(text, what) {
        en "`{text}` is not {what}"
        ru "`{text}` — не {what}"
        ky "`{text}` — {what} эмес"
    }
    is_none_of(value, known) {
        en "`{value}` is not {known}"
        ru "`{value}` — не {known}"
        ky "`{value}` — {known} эмес"
    }
    is_not_number_above_zero(value) {
        en "`{value}` is not a number above zero"
        ru "`{value}` — не число больше нуля"
        ky "`{value}` — нөлдөн чоң сан эмес"
    }
    write_or_more {
        en "Write 1 or more."
        ru "Напишите 1 или больше."
        ky "1 же андан көп жазыңыз."
    }
    write_number_from(least, most) {
        en "Write a number from {least} to {most}."
        ru "Напишите число от {least} до {most}."
        ky "{least} менен {most} ортосундагы санды жазыңыз."
    }
    claim_has_no_source {
        en "the claim has no source"
        ru "у утверждения нет источника"
        ky "айтылгандын булагы жок"
    }
    wrote_schemas_into(folder) {
        en "Wrote the schemas into {folder}"
        ru "Схемы записаны в {folder}"
        ky "Схемалар {folder} папкасына жазылды"
    }
    nothing_is_defined(name, help) {
        en "Nothing is defined as `{name}`.\n{help}"
        ru "Определения `{name}` нет.\n{help}"
        ky "`{name}` деген аныктама жок.\n{help}"
    }
    divide_figure_nobody_can_follow_so_many {
        en "Divide the figure: nobody can follow so many."
        ru "Разделите рисунок: столько никто не разберёт."
        ky "Сүрөттү бөлүңүз: мынча көптү эч ким түшүнбөйт."
    }
    divide_table_no_page_can_show {
        en "Divide the table: no page can show so much."
        ru "Разделите таблицу: столько ни одна страница не покажет."
        ky "Таблицаны бөлүңүз: мынча көптү бир да барак көрсөтө албайт."
    }
    name_one_of_levels {
        en "Name one of `levels`."
        ru "Назовите один из `levels`."
        ky "`levels` ичинен бирин атаңыз."
    }
    there_is_no_level(level) {
        en "there is no level `{level}`"
        ru "нет уровня `{level}`"
        ky "`{level}` деңгээли жок"
    }
    name_id_of_another_item {
        en "Name the `id` of another item."
        ru "Назовите `id` другого пункта."
        ky "Башка пункттун `id`'син атаңыз."
    }
    there_is_no_item_here(to) {
        en "there is no item `{to}` here"
        ru "здесь нет пункта `{to}`"
        ky "бул жерде `{to}` пункту жок"
    }
    name_one_of_columns {
        en "Name one of `columns`."
        ru "Назовите один из `columns`."
        ky "`columns` ичинен бирин атаңыз."
    }
    there_is_no_column(key) {
        en "there is no column `{key}`"
        ru "нет столбца `{key}`"
        ky "`{key}` мамычасы жок"
    }
    write_year_month_day_or_years {
        en "Write a year, a month, a day or years of study: 2019, 2019-09, 2019-09-30, 2022/2023."
        ru "Напишите год, месяц, день или учебный год: 2019, 2019-09, 2019-09-30, 2022/2023."
        ky "Жыл, ай, күн же окуу жылын жазыңыз: 2019, 2019-09, 2019-09-30, 2022/2023."
    }
    is_not_time(text) {
        en "`{text}` is not a time"
        ru "`{text}` — не время"
        ky "`{text}` — убакыт эмес"
    }
    group_of_one_word_says_nothing {
        en "a group of one word says nothing"
        ru "группа из одного слова ничего не значит"
        ky "бир сөздөн турган топ эч нерсени билдирбейт"
    }
    write_at_least_two_words_or_phrases {
        en "Write at least two words or phrases that mean the same, or remove the group."
        ru "Напишите хотя бы два слова или выражения с одним значением или уберите группу."
        ky "Мааниси бирдей жок дегенде эки сөз же сөз айкашын жазыңыз же топту алып салыңыз."
    }
    parts_of_course_take_minutes_lesson(sum, minutes) {
        en "the parts of the course take {sum} minutes, the lesson {minutes}"
        ru "части хода урока занимают {sum} мин, урок {minutes}"
        ky "сабактын бөлүктөрү {sum} мүнөт, сабак {minutes} мүнөт"
    }
    change_minutes_of_part_or_of_lesson {
        en "Change the minutes of a part or of the lesson."
        ru "Измените минуты части или урока."
        ky "Бөлүктүн же сабактын мүнөтүн өзгөртүңүз."
    }
    add_checked_on_day {
        en "Add `checked_on: 2026-11-21`, the day on which you saw that it says so."
        ru "Добавьте `checked_on: 2026-11-21` — день, когда вы видели, что там так сказано."
        ky "`checked_on: 2026-11-21` деп, ал жерде ошондой айтылганын көргөн күндү кошуңуз."
    }
    begin_file_with_type_one(types) {
        en "Begin the file with `type: …`, one of `{types}`."
        ru "Начните файл с `type: …`, одно из `{types}`."
        ky "Файлды `type: …` менен баштаңыз, `{types}` ичинен бири."
    }
    file_does_not_say_what_type {
        en "the file does not say what type of record it is"
        ru "файл не говорит, какого вида это запись"
        ky "файл бул кандай түрдөгү жазуу экенин айтпайт"
    }
    is_not_type_of_record(given) {
        en "`{given}` is not a type of record"
        ru "`{given}` — не вид записи"
        ky "`{given}` — жазуунун түрү эмес"
    }
    write_four_digits_in_quotes {
        en "Write four digits in quotes: \"5120\"."
        ru "Напишите четыре цифры в кавычках: \"5120\"."
        ky "Тырмакчага төрт цифра жазыңыз: \"5120\"."
    }
    add_weight_how_much_it_counts {
        en "Add `weight: 3`: how much it counts, from 1 to 3."
        ru "Добавьте `weight: 3`: насколько это важно, от 1 до 3."
        ky "`weight: 3` деп кошуңуз: ал канчалык маанилүү, 1ден 3кө чейин."
    }
    add_after_grade_or_after_grade {
        en "Add `after_grade: 9` or `after_grade: 11`."
        ru "Добавьте `after_grade: 9` или `after_grade: 11`."
        ky "`after_grade: 9` же `after_grade: 11` деп кошуңуз."
    }
    add_from_lowest_sum_in_som_month {
        en "Add `from: …`, the lowest sum in som a month."
        ru "Добавьте `from: …` — низшую сумму в сомах в месяц."
        ky "`from: …` деп, айына эң аз сумманы сом менен кошуңуз."
    }
    add_to_highest_sum_in_som_month {
        en "Add `to: …`, the highest sum in som a month; the same if there is one."
        ru "Добавьте `to: …` — высшую сумму в сомах в месяц; ту же, если сумма одна."
        ky "`to: …` деп, айына эң көп сумманы сом менен кошуңуз; бир эле сумма болсо, ошол эле."
    }
    add_year_year_that_sums {
        en "Add `year: …`, the year that the sums are from."
        ru "Добавьте `year: …` — год, к которому относятся суммы."
        ky "`year: …` деп, суммалар кайсы жылдыкы экенин кошуңуз."
    }
    add_date_day_that_data {
        en "Add `date: 2026-01-19`, the day that the data are from."
        ru "Добавьте `date: 2026-01-19` — день, к которому относятся данные."
        ky "`date: 2026-01-19` деп, маалымат кайсы күндүкү экенин кошуңуз."
    }
    let_letters_that_matter_stand_out_highest {
        en "Let the letters that matter stand out: the highest and the lowest must differ by 25 or more."
        ru "Выделите буквы, которые важны: высшая и низшая должны отличаться на 25 или больше."
        ky "Маанилүү тамгаларды бөлүп көрсөтүңүз: эң жогоркусу менен эң төмөнкүсү 25 же андан көпкө айырмаланышы керек."
    }
    interests_are_all_nearly_alike {
        en "the interests are all nearly alike"
        ru "все интересы почти одинаковы"
        ky "бардык кызыгуулар дээрлик бирдей"
    }
    write_months_months_or_least_and_most {
        en "Write the months, `months: 10`, or the least and the most, `months: [1, 3]`."
        ru "Напишите месяцы, `months: 10`, или от и до, `months: [1, 3]`."
        ky "Айларды жазыңыз, `months: 10`, же азы менен көбүн, `months: [1, 3]`."
    }
    this_is_not_number_of_months {
        en "this is not a number of months"
        ru "это не число месяцев"
        ky "бул айлардын саны эмес"
    }
    write_draft_or_day_on_which_editor {
        en "Write `draft`, or the day on which an editor confirmed it: 2026-11-21."
        ru "Напишите `draft` или день, когда редактор это подтвердил: 2026-11-21."
        ky "`draft` деп же редактор аны ырастаган күндү жазыңыз: 2026-11-21."
    }
    add_scoring_architecture_md_and_tests {
        en "Add `scoring:`; ARCHITECTURE.md and the tests of the site show what it holds."
        ru "Добавьте `scoring:`; что там должно быть, показывают ARCHITECTURE.md и тесты сайта."
        ky "`scoring:` дегенди кошуңуз; анда эмне болорун ARCHITECTURE.md жана сайттын тесттери көрсөтөт."
    }
    add_results_architecture_md_and_tests {
        en "Add `results:`; ARCHITECTURE.md and the tests of the site show what it holds."
        ru "Добавьте `results:`; что там должно быть, показывают ARCHITECTURE.md и тесты сайта."
        ky "`results:` дегенди кошуңуз; анда эмне болорун ARCHITECTURE.md жана сайттын тесттери көрсөтөт."
    }
    tasks {
        en "tasks"
        ru "задач"
        ky "милдет"
    }
    events {
        en "events"
        ru "событий"
        ky "окуя"
    }
    rows {
        en "rows"
        ru "строк"
        ky "сап"
    }
    columns {
        en "columns"
        ru "столбцов"
        ky "мамыча"
    }
    boxes_and_levels {
        en "boxes and levels"
        ru "блоков и уровней"
        ky "блок жана деңгээл"
    }
    lines_between_boxes {
        en "lines between boxes"
        ru "линий между блоками"
        ky "блоктор арасындагы сызык"
    }
    code_of_isco_08 {
        en "a code of ISCO-08"
        ru "код ISCO-08"
        ky "ISCO-08 коду"
    }
    languages_lists(listed) {
        en "`languages` lists `{listed}`."
        ru "В `languages` названы: `{listed}`."
        ky "`languages` ичинде аталганы: `{listed}`."
    }
    site_has_no_language(code) {
        en "the site has no language `{code}`"
        ru "на сайте нет языка `{code}`"
        ky "сайтта `{code}` тили жок"
    }
    keep_those_whose_readers_look_for_pages {
        en "Keep those whose readers look for pages of their own."
        ru "Оставьте те, чьи читатели ищут собственные страницы."
        ky "Окурмандары өз барактарын издегендерди калтырыңыз."
    }
    id_is_given_twice(id) {
        en "the id `{id}` is given twice"
        ru "id `{id}` дан дважды"
        ky "id `{id}` эки жолу берилген"
    }
    give_each_item_its_own_id {
        en "Give each item its own id."
        ru "Дайте каждому пункту свой id."
        ky "Ар бир пунктка өз id бериңиз."
    }
    text_is_not_translated_into_readers(code) {
        en "a text is not translated into `{code}`; readers are shown another language"
        ru "один текст не переведён на `{code}`; читателям показан другой язык"
        ky "бир текст `{code}` тилине которулган эмес; окурмандарга башка тил көрсөтүлөт"
    }
    texts_are_not_translated_into_readers(texts, code) {
        en "{texts} texts are not translated into `{code}`; readers are shown another language"
        ru "на `{code}` не переведено текстов: {texts}; читателям показан другой язык"
        ky "{texts} текст `{code}` тилине которулган эмес; окурмандарга башка тил көрсөтүлөт"
    }
    add_here_and_wherever_else(code) {
        en "Add `{code}: …` here and wherever else it is missing in the file."
        ru "Добавьте `{code}: …` здесь и всюду, где его нет в файле."
        ky "`{code}: …` дегенди бул жерге жана файлда ал жок болгон башка жерлерге кошуңуз."
    }
    page_is_missing_in_language(code) {
        en "the page is missing in the language `{code}`"
        ru "страницы нет на языке `{code}`"
        ky "барак `{code}` тилинде жок"
    }
    write_or_take_out_of_required(file, code) {
        en "Write `{file}`, or take `{code}` out of `required` in site.yaml."
        ru "Напишите `{file}` или уберите `{code}` из `required` в site.yaml."
        ky "`{file}` файлын жазыңыз же site.yaml файлындагы `required` тизмесинен `{code}` дегенди алып салыңыз."
    }
    kinds_of_readers {
        en "kinds of readers"
        ru "видов читателей"
        ky "окурмандардын түрү"
    }
    text_is_empty {
        en "the text is empty"
        ru "текст пуст"
        ky "текст бош"
    }
    write_it_here {
        en "Write it here."
        ru "Напишите его здесь."
        ky "Аны бул жерге жазыңыз."
    }
    a_text_with_plural_forms {
        en "a text with plural forms"
        ru "текст с формами числа"
        ky "сан формалары бар текст"
    }
    publications {
        en "publications"
        ru "публикаций"
        ky "басылма"
    }
    patterns {
        en "patterns"
        ru "шаблонов"
        ky "үлгү"
    }
    language_is_listed_twice(code) {
        en "the language `{code}` is listed twice"
        ru "язык `{code}` назван дважды"
        ky "`{code}` тили эки жолу аталган"
    }
    remove_one_of_two {
        en "Remove one of the two."
        ru "Уберите один из двух."
        ky "Экөөнүн бирин алып салыңыз."
    }
    language_is_not_known(code) {
        en "the language `{code}` is not known"
        ru "язык `{code}` неизвестен"
        ky "`{code}` тили белгисиз"
    }
    remove_others(known) {
        en "{known} Remove the others."
        ru "{known} Остальные уберите."
        ky "{known} Калгандарын алып салыңыз."
    }
    write_it_with_its_beginning(whole) {
        en "Write it with its beginning: {whole}."
        ru "Напишите его с началом: {whole}."
        ky "Аны башы менен жазыңыз: {whole}."
    }
    is_not_address_of_site(url) {
        en "`{url}` is not the address of a site"
        ru "`{url}` — не адрес сайта"
        ky "`{url}` — сайттын дареги эмес"
    }
    make_several_of_them_chapters_of_one {
        en "Make several of them chapters of one."
        ru "Сделайте несколько из них главами одной."
        ky "Алардын бир нечесин бирөөнүн бөлүмдөрү кылыңыз."
    }
    publication_is_listed_twice(id) {
        en "the publication `{id}` is listed twice"
        ru "публикация `{id}` названа дважды"
        ky "`{id}` басылмасы эки жолу аталган"
    }
    and_are_same_folder_on_windows(first, second) {
        en "`{first}` and `{second}` are the same folder on Windows"
        ru "`{first}` и `{second}` для Windows одна папка"
        ky "`{first}` жана `{second}` Windows үчүн бир эле папка"
    }
    remove_or_rename_one_of_two {
        en "Remove or rename one of the two."
        ru "Уберите или переименуйте одну из двух."
        ky "Экөөнүн бирин алып салыңыз же атын өзгөртүңүз."
    }
    write_one_pattern_for_several_files_handbook {
        en "Write one pattern for several files: `handbook/*.pdf`, `handbook/game/**`."
        ru "Напишите один шаблон для нескольких файлов: `handbook/*.pdf`, `handbook/game/**`."
        ky "Бир нече файл үчүн бир үлгү жазыңыз: `handbook/*.pdf`, `handbook/game/**`."
    }
    is_not_pattern_of_paths(text, reason) {
        en "`{text}` is not a pattern of paths: {reason}"
        ru "`{text}` — не шаблон путей: {reason}"
        ky "`{text}` — жолдордун үлгүсү эмес: {reason}"
    }
    write_handbook_plan_docx_handbook_pdf {
        en "Write `handbook/plan.docx`, `handbook/*.pdf`, or `handbook/game/**` for all of a folder."
        ru "Напишите `handbook/plan.docx`, `handbook/*.pdf` или `handbook/game/**` для всей папки."
        ky "`handbook/plan.docx`, `handbook/*.pdf` деп же бүт папка үчүн `handbook/game/**` деп жазыңыз."
    }
    is_not_address_that_contact_can_have(href) {
        en "`{href}` is not an address that a contact can have"
        ru "`{href}` не годится как адрес для связи"
        ky "`{href}` байланыш дареги катары жарабайт"
    }
    write_whole_address_that_begins_with_https {
        en "Write a whole address that begins with https://, mailto: or tel:, or remove the line."
        ru "Напишите полный адрес, который начинается с https://, mailto: или tel:, или уберите строку."
        ky "https://, mailto: же tel: менен башталган толук даректи жазыңыз же сапты алып салыңыз."
    }
    it_holds_several_texts_write_them_under(keys) {
        en "It holds several texts; write them under it: `{keys}`."
        ru "В нём несколько текстов; напишите их под ним: `{keys}`."
        ky "Анда бир нече текст бар; аларды анын астына жазыңыз: `{keys}`."
    }
    did_you_mean_key_of_your_own(near) {
        en "Did you mean `{near}`? A key of your own must be used by one of your templates."
        ru "Может быть, `{near}`? Свой ключ должен брать один из ваших шаблонов."
        ky "Балким, `{near}`? Өз ачкычыңызды шаблондоруңуздун бири колдонушу керек."
    }
    remove_it_key_of_your_own_must {
        en "Remove it; a key of your own must be used by one of your templates."
        ru "Уберите его: свой ключ должен брать один из ваших шаблонов."
        ky "Аны алып салыңыз: өз ачкычыңызды шаблондоруңуздун бири колдонушу керек."
    }
    nothing_uses_interface_text(key) {
        en "nothing uses the interface text `{key}`"
        ru "словом интерфейса `{key}` ничто не пользуется"
        ky "интерфейстин `{key}` сөзүн эч нерсе колдонбойт"
    }
    plural_form_is_missing(form) {
        en "the plural form `{form}` is missing"
        ru "нет формы числа `{form}`"
        ky "`{form}` сан формасы жок"
    }
    this_language_needs(forms) {
        en "This language needs: {forms}."
        ru "Этому языку нужны: {forms}."
        ky "Бул тилге булар керек: {forms}."
    }
    interface_text_is_missing(key) {
        en "the interface text `{key}` is missing"
        ru "нет слова интерфейса `{key}`"
        ky "интерфейстин `{key}` сөзү жок"
    }
    add_to_other_language_or_generator(key, file) {
        en "Add `{key}` to {file}; the other language or the generator has it."
        ru "Добавьте `{key}` в {file}; в другом языке или у программы оно есть."
        ky "`{key}` ачкычын {file} файлына кошуңуз; башка тилде же программада ал бар."
    }
    does_not_fill_in_same_words(key) {
        en "`{key}` does not fill in the same words as in the other language"
        ru "в `{key}` подставляется не то же, что в другом языке"
        ky "`{key}` ичине башка тилдегидей сөздөр коюлбайт"
    }
    it_needs(words) {
        en "It needs: {words}."
        ru "Нужно: {words}."
        ky "Керек: {words}."
    }
    there_are_months(count) {
        en "there are {count} months"
        ru "месяцев здесь {count}"
        ky "бул жерде {count} ай"
    }
    write_twelve {
        en "Write twelve."
        ru "Напишите двенадцать."
        ky "Он эки жазыңыз."
    }
    is_here_and_elsewhere(key, here, there) {
        en "`{key}` is {here} here and {there} elsewhere"
        ru "`{key}` здесь {here}, а в другом месте {there}"
        ky "`{key}` бул жерде {here}, башка жерде {there}"
    }
    write_it_alike_in_every_language {
        en "Write it alike in every language."
        ru "Напишите одинаково на каждом языке."
        ky "Ар бир тилде бирдей жазыңыз."
    }
    items {
        en "items"
        ru "вопросов"
        ky "суроо"
    }
    items_of_the_short_form {
        en "items of the short form"
        ru "вопросов краткой формы"
        ky "кыска түрдүн суроосу"
    }
    add_list_of_answers_from_least {
        en "Add a list of the answers, from the least to the most."
        ru "Добавьте список ответов, от наименьшего к наибольшему."
        ky "Жооптордун тизмесин эң азынан эң көбүнө чейин кошуңуз."
    }
    there_are_answers(given) {
        en "there are {given} answers"
        ru "ответов здесь {given}"
        ky "бул жерде {given} жооп"
    }
    give_to_from_least_to_most(least, most) {
        en "Give {least} to {most}, from the least to the most."
        ru "Дайте от {least} до {most}, от наименьшего к наибольшему."
        ky "{least} менен {most} ортосунда, эң азынан эң көбүнө чейин бериңиз."
    }
    give_each_scale_once {
        en "Give each scale once."
        ru "Назовите каждую шкалу один раз."
        ky "Ар бир шкаланы бир жолу атаңыз."
    }
    there_is_scale_already(id) {
        en "there is a scale `{id}` already"
        ru "шкала `{id}` уже есть"
        ky "`{id}` шкаласы мурунтан бар"
    }
    there_is_no_letter_of_interest(id) {
        en "there is no letter of interest `{id}`"
        ru "нет буквы интереса `{id}`"
        ky "`{id}` деген кызыгуу тамгасы жок"
    }
    add_list_of_what_items_measure_each {
        en "Add a list of what the items measure, each with its `id`."
        ru "Добавьте список того, что измеряют вопросы, у каждого свой `id`."
        ky "Суроолор эмнени өлчөрүнүн тизмесин кошуңуз, ар биринин өз `id`'си менен."
    }
    test_of_interests_lacks_scales(scales) {
        en "a test of interests lacks the scales `{scales}`"
        ru "тесту интересов не хватает шкал `{scales}`"
        ky "кызыгуулар тестинде `{scales}` шкалалары жетпейт"
    }
    add_them_professions_are_compared_by_all {
        en "Add them: professions are compared by all six letters."
        ru "Добавьте их: профессии сравнивают по всем шести буквам."
        ky "Аларды кошуңуз: кесиптер алты тамганын баары боюнча салыштырылат."
    }
    add_list_of_what_is_asked_each {
        en "Add a list of what is asked, each with `id`, `scale` and `text`."
        ru "Добавьте список вопросов, у каждого `id`, `scale` и `text`."
        ky "Суроолордун тизмесин кошуңуз, ар биринде `id`, `scale` жана `text` болсун."
    }
    nobody_answers_so_many_divide_test {
        en "Nobody answers so many; divide the test."
        ru "На столько никто не ответит; разделите тест."
        ky "Мынча көбүнө эч ким жооп бербейт; тестти бөлүңүз."
    }
    there_is_item_already(id) {
        en "there is an item `{id}` already"
        ru "вопрос `{id}` уже есть"
        ky "`{id}` суроосу мурунтан бар"
    }
    give_each_item_id_of_its_own {
        en "Give each item an id of its own; stored answers are kept under it."
        ru "Дайте каждому вопросу свой id: под ним хранятся ответы."
        ky "Ар бир суроого өз id бериңиз: жооптор анын астында сакталат."
    }
    there_is_prompt_already(id) {
        en "there is a prompt `{id}` already"
        ru "вопрос `{id}` уже есть"
        ky "`{id}` суроосу мурунтан бар"
    }
    give_each_prompt_id_of_its_own {
        en "Give each prompt of a page an id of its own; stored answers are kept under it."
        ru "Дайте каждому вопросу страницы свой id: под ним хранятся ответы."
        ky "Барактын ар бир суроосуна өз id бериңиз: жооптор анын астында сакталат."
    }
    there_is_page_already(id) {
        en "there is a page `{id}` already"
        ru "страница `{id}` уже есть"
        ky "`{id}` барагы мурунтан бар"
    }
    id_is_of_worksheet(id) {
        en "`{id}` is the id of a lesson's worksheet"
        ru "`{id}` — это id листа занятия"
        ky "`{id}` — сабактын барагынын id'си"
    }
    give_each_page_id_of_its_own {
        en "Give each page an id of its own; stored answers are kept under it. `lesson-1` and `visit-1` are those of worksheets."
        ru "Дайте каждой странице свой id: под ним хранятся ответы. `lesson-1` и `visit-1` — это id листов занятий."
        ky "Ар бир баракка өз id бериңиз: жооптор анын астында сакталат. `lesson-1` жана `visit-1` — сабак барактарынын id'лери."
    }
    id_of_small_letters {
        en "an id of small Latin letters, digits and `-`"
        ru "id из маленьких латинских букв, цифр и `-`"
        ky "кичине латын тамгаларынан, цифралардан жана `-` белгисинен турган id"
    }
    write_id_in_small_letters {
        en "Write it in small Latin letters, digits and `-`, as in `my-plan`."
        ru "Запишите его маленькими латинскими буквами, цифрами и `-`, например `my-plan`."
        ky "Аны кичине латын тамгалары, цифралар жана `-` менен жазыңыз, мисалы `my-plan`."
    }
    add_list_of_prompts {
        en "Add a list of `prompts`, each with `id`, `kind` and `ask`."
        ru "Добавьте список `prompts`: у каждого `id`, `kind` и `ask`."
        ky "`prompts` тизмесин кошуңуз: ар биринде `id`, `kind` жана `ask` болсун."
    }
    add_list_of_pages_of_diary {
        en "Add a list of `pages`, each with `id`, `title` and `prompts`."
        ru "Добавьте список `pages`: у каждой `id`, `title` и `prompts`."
        ky "`pages` тизмесин кошуңуз: ар биринде `id`, `title` жана `prompts` болсун."
    }
    kind_of_prompt_needs(key, kind) {
        en "Add `{key}`: a prompt of the kind `{kind}` needs it."
        ru "Добавьте `{key}`: вопросу вида `{kind}` он нужен."
        ky "`{key}` кошуңуз: `{kind}` түрүндөгү суроого ал керек."
    }
    kind_of_prompt_has_no_use(kind, key) {
        en "a prompt of the kind `{kind}` has no use for `{key}`"
        ru "вопросу вида `{kind}` ни к чему `{key}`"
        ky "`{kind}` түрүндөгү суроого `{key}` керек эмес"
    }
    remove_key_or_choose_kind(key) {
        en "Remove `{key}`, or choose a `kind` that it belongs to."
        ru "Уберите `{key}` или выберите `kind`, которому он подходит."
        ky "`{key}` алып салыңыз же ага ылайык `kind` тандаңыз."
    }
    say_what_is_asked {
        en "Say under `ask` what is asked; a note says there what it has to say."
        ru "Напишите в `ask`, о чём вопрос; у note там сам текст."
        ky "`ask` астына эмне суралганын жазыңыз; note'тун тексти да ошол жерде."
    }
    line_to_write_on_is_in_text {
        en "a line to write on stands in a text, where no browser can fill it in"
        ru "место для записи стоит в тексте: в браузере его не заполнить"
        ky "жазыла турган жер тексттин ичинде: браузерде аны толтурууга болбойт"
    }
    make_prompt_of_line {
        en "Remove the underscores and add a prompt of the kind `line` or `text`; paper gets its line from that."
        ru "Уберите подчёркивания и добавьте вопрос вида `line` или `text`: место на бумаге появится само."
        ky "Ылдыйкы сызыктарды алып салып, `line` же `text` түрүндөгү суроо кошуңуз: кагаздагы сап андан өзү чыгат."
    }
    there_is_no_test_of_kind(kind) {
        en "the site has no self-test of the kind `{kind}`"
        ru "на сайте нет теста вида `{kind}`"
        ky "сайтта `{kind}` түрүндөгү тест жок"
    }
    add_test_or_remove_prompt {
        en "Add such a test, or remove this prompt."
        ru "Добавьте такой тест или уберите этот вопрос."
        ky "Ушундай тест кошуңуз же бул суроону алып салыңыз."
    }
    name_one_of_test_scales_or_add {
        en "Name one of the test's `scales`, or add it there."
        ru "Назовите одну из `scales` теста или добавьте её туда."
        ky "Тесттин `scales` ичинен бирин атаңыз же ошол жерге кошуңуз."
    }
    there_is_part_already(id) {
        en "`{id}` is there already"
        ru "`{id}` уже есть"
        ky "`{id}` мурунтан бар"
    }
    give_each_part_and_field_once {
        en "Give each part of the document, and each field of a part, once."
        ru "Назовите каждую часть документа и каждое поле части один раз."
        ky "Документтин ар бир бөлүгүн жана бөлүктүн ар бир талаасын бир жолу атаңыз."
    }
    there_is_no_part(id) {
        en "a document of this kind has no part `{id}`"
        ru "у документа этого вида нет части `{id}`"
        ky "мындай документтин `{id}` бөлүгү болбойт"
    }
    part_has_no_field(part, id) {
        en "the part `{part}` has no field `{id}`"
        ru "у части `{part}` нет поля `{id}`"
        ky "`{part}` бөлүгүнүн `{id}` талаасы жок"
    }
    there_is_no_scale(id) {
        en "there is no scale `{id}`"
        ru "нет шкалы `{id}`"
        ky "`{id}` шкаласы жок"
    }
    scale_has_others_have(id, count, of, meant) {
        en "the scale `{id}` has {count} {of}, others have {meant}"
        ru "у шкалы `{id}` {of}: {count}, у других {meant}"
        ky "`{id}` шкаласында {count} {of}, башкаларда {meant}"
    }
    give_each_scale_equally_many_their_sums {
        en "Give each scale equally many; their sums are compared."
        ru "Дайте каждой шкале поровну: сравниваются их суммы."
        ky "Ар бир шкалага бирдей сан бериңиз: алардын суммалары салыштырылат."
    }
    is_not_more_than_in_band_before(chance) {
        en "`{chance}` is not more than in the band before"
        ru "`{chance}` не больше, чем в полосе перед ней"
        ky "`{chance}` мурунку тилкедегиден көп эмес"
    }
    give_narrowest_band_first {
        en "Give the narrowest band first."
        ru "Сначала дайте самую узкую полосу."
        ky "Адегенде эң кууш тилкени бериңиз."
    }
    add_bands_of_nearness_to_professions_each {
        en "Add the bands of nearness to professions, each with `chance` and `title`."
        ru "Добавьте полосы близости к профессиям, у каждой `chance` и `title`."
        ky "Кесиптерге жакындык тилкелерин кошуңуз, ар биринде `chance` жана `title` болсун."
    }
    add_line_with_right_number(key, least) {
        en "Add a line `{key}: {least}` with the right number."
        ru "Добавьте строку `{key}: {least}` с верным числом."
        ky "`{key}: {least}` сабын туура сан менен кошуңуз."
    }
    is_not_number(value, least, most) {
        en "`{value}` is not a number from {least} to {most}"
        ru "`{value}` — не число от {least} до {most}"
        ky "`{value}` — {least} менен {most} ортосундагы сан эмес"
    }
    write_to(least, most) {
        en "Write {least} to {most}."
        ru "Напишите от {least} до {most}."
        ky "{least} менен {most} ортосунда жазыңыз."
    }
    no_profession_has_as_its_strongest_interest(letter) {
        en "no profession has `{letter}` as its strongest interest"
        ru "ни у одной профессии `{letter}` не главный интерес"
        ky "бир да кесипте `{letter}` негизги кызыгуу эмес"
    }
    add_professions_for_it_until_then_result {
        en "Add professions for it; until then the result of the test says that there are none."
        ru "Добавьте такие профессии; до тех пор итог теста говорит, что их нет."
        ky "Ушундай кесиптерди кошуңуз; ага чейин тесттин жыйынтыгы алар жок деп айтат."
    }
    questions {
        en "questions"
        ru "вопросов"
        ky "суроо"
    }
    choices {
        en "choices"
        ru "вариантов"
        ky "вариант"
    }
    add_list_of_questions_each {
        en "Add a list of questions, each with `id`, `kind` and `text`."
        ru "Добавьте список вопросов, у каждого `id`, `kind` и `text`."
        ky "Суроолордун тизмесин кошуңуз, ар биринде `id`, `kind` жана `text` болсун."
    }
    add_list_of_choices_each {
        en "Add a list of two or more choices, each with `id` and `text`."
        ru "Добавьте список из двух или более вариантов, у каждого `id` и `text`."
        ky "Эки же андан көп варианттын тизмесин кошуңуз, ар биринде `id` жана `text` болсун."
    }
    add_list_of_columns_each {
        en "Add a list of columns, each with `id` and `text`."
        ru "Добавьте список столбцов, у каждого `id` и `text`."
        ky "Мамычалардын тизмесин кошуңуз, ар биринде `id` жана `text` болсун."
    }
    add_rows_or_lines {
        en "Add a list of rows, each with `id` and `text`, or `lines` for rows without names."
        ru "Добавьте список строк, у каждой `id` и `text`, или `lines` для строк без названий."
        ky "Саптардын тизмесин кошуңуз, ар биринде `id` жана `text` болсун, же аталышы жок саптар үчүн `lines` жазыңыз."
    }
    there_is_only_one_choice {
        en "there is only one choice"
        ru "вариант только один"
        ky "вариант бирөө гана"
    }
    ask_in_several_questions {
        en "Nobody reads so many; ask in several questions."
        ru "Столько никто не прочтёт; задайте несколько вопросов."
        ky "Мынчаны эч ким окубайт; бир нече суроо кылыңыз."
    }
    divide_the_questionnaire {
        en "Nobody answers so many; divide the questionnaire."
        ru "На столько никто не ответит; разделите анкету."
        ky "Мынчага эч ким жооп бербейт; анкетаны бөлүңүз."
    }
    means_nothing_in_question_of_kind(key, kind) {
        en "`{key}` means nothing in a question of the kind `{kind}`"
        ru "`{key}` в вопросе вида `{kind}` ничего не значит"
        ky "`{kind}` түрүндөгү суроодо `{key}` эч нерсени билдирбейт"
    }
    remove_it_or_change_kind {
        en "Remove it, or change `kind`."
        ru "Удалите его или измените `kind`."
        ky "Аны алып салыңыз же `kind` маанисин өзгөртүңүз."
    }
    choice_has_no_text {
        en "the choice has no `text`"
        ru "у варианта нет `text`"
        ky "варианттын `text` сабы жок"
    }
    add_text_or_from_and_to {
        en "Add `text`, or `from` and `to` if it is a band of numbers."
        ru "Добавьте `text` или, если это полоса чисел, `from` и `to`."
        ky "`text` кошуңуз же бул сандар тилкеси болсо, `from` менен `to` жазыңыз."
    }
    choice_among_bands_has_no_from {
        en "the other choices are bands of numbers, and this one does not say where it begins"
        ru "остальные варианты — полосы чисел, а у этого не сказано, с какого числа он начинается"
        ky "калган варианттар — сандар тилкеси, ал эми мунун кайсы сандан башталары айтылган эмес"
    }
    add_from_where_band_begins {
        en "Add `from`, the number with which the band begins."
        ru "Добавьте `from` — число, с которого начинается полоса."
        ky "`from` кошуңуз: тилке башталган сан."
    }
    numbers_between_belong_to_no_band(end, from) {
        en "the band before ends at {end} and this one begins at {from}: what lies between belongs to none"
        ru "предыдущая полоса кончается на {end}, а эта начинается с {from}: промежуток не входит ни в одну"
        ky "мурунку тилке {end} менен бүтүп, бул {from} менен башталат: ортосундагылар эч кайсынысына кирбейт"
    }
    band_begins_within_the_one_before(from, end) {
        en "the band begins at {from}, and the one before ends at {end}: they overlap"
        ru "полоса начинается с {from}, а предыдущая кончается на {end}: они перекрываются"
        ky "тилке {from} менен башталат, мурункусу {end} менен бүтөт: алар кабатталат"
    }
    write_so_that_bands_meet(n) {
        en "Write {n}, so that every number belongs to one band and to one only."
        ru "Напишите {n}, чтобы каждое число входило в одну полосу и только в одну."
        ky "{n} деп жазыңыз: ар бир сан бир гана тилкеге кирсин."
    }
    band_ends_before_it_begins(to, from) {
        en "the band ends at {to}, before it begins at {from}"
        ru "полоса кончается на {to} раньше, чем начинается с {from}"
        ky "тилке {from} менен башталбай жатып {to} менен бүтөт"
    }
    write_number_from_where_band_ends(n) {
        en "Write the number with which the band ends: {n} or more."
        ru "Напишите число, на котором полоса кончается: {n} или больше."
        ky "Тилке бүткөн санды жазыңыз: {n} же андан көп."
    }
    band_has_no_end {
        en "the band has no end, though another follows it"
        ru "у полосы нет конца, хотя за ней идёт другая"
        ky "тилкенин аягы жок, бирок андан кийин дагы бири турат"
    }
    add_to_where_band_ends {
        en "Add `to`, the number with which the band ends."
        ru "Добавьте `to` — число, на котором полоса кончается."
        ky "`to` кошуңуз: тилке бүткөн сан."
    }
    is_not_above(to, from) {
        en "{to} is not above {from}"
        ru "{to} не больше {from}"
        ky "{to} саны {from} санынан чоң эмес"
    }
    scale_has_steps(n) {
        en "the scale has {n} steps"
        ru "у шкалы ступеней {n}"
        ky "шкалада {n} баскыч бар"
    }
    table_has_rows_with_names_and_lines {
        en "the table has both `rows` with names and `lines` without"
        ru "у таблицы есть и `rows` с названиями, и `lines` без них"
        ky "таблицада аталышы бар `rows` да, аталышы жок `lines` да бар"
    }
    remove_rows_or_lines {
        en "Remove one of the two."
        ru "Удалите одно из двух."
        ky "Экөөнүн бирин алып салыңыз."
    }
    id_has_other_signs(id) {
        en "`{id}` has signs that an id must not have"
        ru "в id `{id}` есть недопустимые знаки"
        ky "`{id}` id'синде болбой турган белгилер бар"
    }
    write_id_of_small_letters {
        en "Write small Latin letters, digits and hyphens."
        ru "Пишите строчные латинские буквы, цифры и дефис."
        ky "Кичине латын тамгалары, сандар жана дефис менен жазыңыз."
    }
    there_is_no_question(id) {
        en "there is no question `{id}`"
        ru "нет вопроса `{id}`"
        ky "`{id}` деген суроо жок"
    }
    name_one_of_questions_before {
        en "Name the id of a question that stands before this one."
        ru "Назовите id вопроса, который стоит раньше этого."
        ky "Мындан мурун турган суроонун id'син жазыңыз."
    }
    question_asks_about_itself(id) {
        en "the question `{id}` waits for its own answer"
        ru "вопрос `{id}` ждёт ответа на самого себя"
        ky "`{id}` суроосу өзүнүн жообун күтөт"
    }
    question_comes_later(id) {
        en "the question `{id}` comes later: when this one is reached, nobody has answered it"
        ru "вопрос `{id}` стоит позже: когда доходят до этого, на тот ещё не ответили"
        ky "`{id}` суроосу кийинчерээк турат: ушул жерге жеткенде ага жооп бериле элек"
    }
    ask_about_earlier_question {
        en "Move that question before this one, or name an earlier one."
        ru "Поставьте тот вопрос раньше этого или назовите более ранний."
        ky "Ал суроону мындан мурун коюңуз же мурункулардын бирин атаңыз."
    }
    condition_cannot_look_at(kind) {
        en "a condition cannot look at a question of the kind `{kind}`"
        ru "условие не может смотреть на вопрос вида `{kind}`"
        ky "шарт `{kind}` түрүндөгү суроону карай албайт"
    }
    ask_about_choice_or_number {
        en "Name a question with choices, a scale or a number."
        ru "Назовите вопрос с вариантами, шкалой или числом."
        ky "Варианттуу, шкалалуу же сандуу суроону атаңыз."
    }
    means_nothing_about_question_of_kind(key, kind) {
        en "`{key}` means nothing about a question of the kind `{kind}`"
        ru "`{key}` ничего не значит для вопроса вида `{kind}`"
        ky "`{kind}` түрүндөгү суроо үчүн `{key}` эч нерсени билдирбейт"
    }
    remove_it_or_name_another_question {
        en "Remove it, or name another question."
        ru "Удалите его или назовите другой вопрос."
        ky "Аны алып салыңыз же башка суроону атаңыз."
    }
    condition_says_no_answer {
        en "the condition does not say which answer it waits for"
        ru "в условии не сказано, какого ответа оно ждёт"
        ky "шартта кайсы жоопту күтөрү айтылган эмес"
    }
    add_from_or_to {
        en "Add `from`, `to` or both."
        ru "Добавьте `from`, `to` или оба."
        ky "`from`, `to` же экөөнү тең кошуңуз."
    }
    add_is_with_ids_of_choices {
        en "Add `is` with ids of choices: `is: [yes]`."
        ru "Добавьте `is` с id вариантов: `is: [yes]`."
        ky "Варианттардын id'лери менен `is` кошуңуз: `is: [yes]`."
    }
    there_is_no_choice(choice, id) {
        en "there is no choice `{choice}` in the question `{id}`"
        ru "в вопросе `{id}` нет варианта `{choice}`"
        ky "`{id}` суроосунда `{choice}` варианты жок"
    }
    question_is_never_asked(id) {
        en "the question is never asked: no answer to `{id}` fulfils all conditions"
        ru "вопрос никогда не зададут: ни один ответ на `{id}` не выполняет всех условий"
        ky "бул суроо эч качан суралбайт: `{id}` суроосунун бир да жообу бардык шартка туура келбейт"
    }
    change_conditions_so_that_one_answer {
        en "Change the conditions so that one answer fulfils them all; those of the questions that they name count too."
        ru "Измените условия так, чтобы их выполнял хотя бы один ответ; условия названных в них вопросов тоже считаются."
        ky "Жок дегенде бир жооп баарына туура келгидей кылып шарттарды өзгөртүңүз; аларда аталган суроолордун шарттары да эсептелет."
    }
    file_of_answers_is_damaged {
        en "the file of answers is damaged"
        ru "файл ответов повреждён"
        ky "жооптор файлы бузулган"
    }
    save_it_once_more_from_device {
        en "Save it once more on the device on which it was filled in."
        ru "Сохраните его ещё раз на устройстве, где заполняли анкеты."
        ky "Аны анкеталар толтурулган түзмөктө кайра сактаңыз."
    }
    file_holds_no_answers {
        en "the file holds no answers to a questionnaire"
        ru "в файле нет ответов на анкету"
        ky "файлда анкетанын жооптору жок"
    }
    give_files_saved_from_page_of_questionnaire {
        en "Give files that were saved on the page of a questionnaire (JSON)."
        ru "Укажите файлы, сохранённые на странице анкеты (JSON)."
        ky "Анкетанын бетинде сакталган файлдарды (JSON) бериңиз."
    }
    file_of_answers_is_newer(version, known) {
        en "the file is of version {version}, and this program knows versions up to {known}"
        ru "файл версии {version}, а программа знает версии до {known}"
        ky "файлдын версиясы {version}, программа {known} версиясына чейин билет"
    }
    use_newer_bagyt {
        en "Use a newer bagyt."
        ru "Возьмите более новый bagyt."
        ky "Жаңыраак bagyt колдонуңуз."
    }
    site_has_no_questionnaire(id) {
        en "the site has no questionnaire `{id}`"
        ru "на сайте нет анкеты `{id}`"
        ky "сайтта `{id}` анкетасы жок"
    }
    give_site_of_questionnaire {
        en "Name the folder of the site that it was filled in on: `--site FOLDER`."
        ru "Назовите папку сайта, на котором её заполняли: `--site ПАПКА`."
        ky "Ал толтурулган сайттын папкасын атаңыз: `--site ПАПКА`."
    }
    file_is_of_another_questionnaire(id, first) {
        en "the file answers the questionnaire `{id}`, the first file `{first}`"
        ru "файл отвечает на анкету `{id}`, а первый файл — на `{first}`"
        ky "файл `{id}` анкетасына, ал эми биринчи файл `{first}` анкетасына жооп берет"
    }
    count_each_questionnaire_by_itself {
        en "Count each questionnaire by itself."
        ru "Сведите каждую анкету отдельно."
        ky "Ар бир анкетаны өзүнчө эсептеңиз."
    }
    answers_are_of_version(id, version, known) {
        en "`{id}` answers version {version} of the questionnaire; the site has version {known}"
        ru "`{id}` отвечает на версию {version} анкеты, а на сайте версия {known}"
        ky "`{id}` анкетанын {version} версиясына жооп берген, сайтта {known} версиясы турат"
    }
    look_whether_questions_mean_the_same {
        en "Its answers are counted where they fit. See whether the questions still mean the same; count the versions apart if not."
        ru "Его ответы учтены там, где подходят. Проверьте, значат ли вопросы то же самое; если нет, сведите версии отдельно."
        ky "Анын туура келген жооптору эсептелди. Суроолор мурдагыдай эле маанидеби, текшериңиз; болбосо, версияларды өзүнчө эсептеңиз."
    }
    questionnaire_has_no_question(name) {
        en "the questionnaire has no question `{name}`"
        ru "в анкете нет вопроса `{name}`"
        ky "анкетада `{name}` деген суроо жок"
    }
    it_is_not_counted_give_site_with_questionnaire {
        en "The answer is not counted. If the question had another id, count with the older site."
        ru "Ответ не учтён. Если у вопроса был другой id, сведите с прежним сайтом."
        ky "Жооп эсептелген жок. Суроонун id'си башка болсо, мурунку сайт менен эсептеңиз."
    }
    answer_does_not_fit(name, value) {
        en "the answer to `{name}` does not fit: {value}"
        ru "ответ на `{name}` не подходит: {value}"
        ky "`{name}` суроосунун жообу туура келбейт: {value}"
    }
    correct_it_in_page_it_is_not_counted {
        en "The answer is not counted. Correct it on the page of the questionnaire and save the file once more."
        ru "Ответ не учтён. Исправьте его на странице анкеты и сохраните файл ещё раз."
        ky "Жооп эсептелген жок. Аны анкетанын бетинде оңдоп, файлды кайра сактаңыз."
    }
    counts_of_people(n, open) {
        en "Questionnaires: {n}. Unfinished: {open}."
        ru "Анкет: {n}. Незаконченных: {open}."
        ky "Анкеталар: {n}. Бүтпөгөнү: {open}."
    }
    answered_of(n, of) {
        en "answered {n} of {of}"
        ru "ответили {n} из {of}"
        ky "жооп берди: {n} / {of}"
    }
    numbers_in_short(sum, mean, median, least, most) {
        en "sum {sum}, mean {mean}, middle {median}, least {least}, greatest {most}"
        ru "всего {sum}, среднее {mean}, середина {median}, от {least} до {most}"
        ky "бардыгы {sum}, орточосу {mean}, ортосу {median}, эң азы {least}, эң көбү {most}"
    }
    days_between(first, last) {
        en "from {first} to {last}"
        ru "от {first} до {last}"
        ky "{first} менен {last} аралыгында"
    }
    wrote_file(path) {
        en "Wrote {path}."
        ru "Записан файл {path}."
        ky "{path} файлы жазылды."
    }
    file_is_one_of_those_counted(path) {
        en "{path} is one of the files that are counted, and stays as it is: give another name"
        ru "{path} — один из файлов, которые сводятся, он остаётся как есть: дайте другое имя"
        ky "{path} — эсептелип жаткан файлдардын бири, ал өзгөрбөйт: башка ат бериңиз"
    }
    cannot_make_workbook(error) {
        en "the workbook could not be made: {error}"
        ru "книгу Excel не удалось сделать: {error}"
        ky "Excel китебин түзүүгө болбоду: {error}"
    }
    only_form_has_document_that_leaves_something {
        en "only a form has a document that leaves something out"
        ru "только у анкеты есть документ, в который что-то не входит"
        ky "бир нерсе кирбей калган документ анкетада гана болот"
    }
    add_line_kind_form_or_remove_page {
        en "Add the line `kind: form`, or remove `page_only`."
        ru "Добавьте строку `kind: form` или уберите `page_only`."
        ky "`kind: form` сабын кошуңуз же `page_only` дегенди алып салыңыз."
    }
    no_heading_of_page_has_id(id) {
        en "no heading of the page has the id `{id}`"
        ru "на странице нет заголовка с id `{id}`"
        ky "баракта id `{id}` болгон аталыш жок"
    }
    write_id_that_stands_in_behind_heading {
        en "Write the id that stands in `{{#…}}` behind the heading."
        ru "Напишите id, который стоит в `{{#…}}` после заголовка."
        ky "Аталыштан кийинки `{{#…}}` ичиндеги id жазыңыз."
    }
    put_line_above_first_line_and_one {
        en "Put a line --- above the first line, and one under the last line of the kind `key: value`."
        ru "Поставьте строку --- над первой строкой и ещё одну под последней строкой вида `key: value`."
        ky "Биринчи саптын үстүнө --- сабын коюңуз, дагы бирин `key: value` түрүндөгү акыркы саптын астына."
    }
    front_matter_has_no_lines_around {
        en "the front matter has no lines --- around it"
        ru "вокруг шапки страницы нет строк ---"
        ky "барактын башындагы маалыматтын айланасында --- саптары жок"
    }
    begin_file_with_three_lines_title(title) {
        en "Begin the file with three lines: ---, title: {title}, ---."
        ru "Начните файл с трёх строк: ---, title: {title}, ---."
        ky "Файлды үч саптан баштаңыз: ---, title: {title}, ---."
    }
    page_does_not_begin_with_front_matter {
        en "the page does not begin with front matter"
        ru "страница не начинается с шапки"
        ky "барак баштапкы маалыматтан башталбайт"
    }
    remove_what_stands_above_first_line_even {
        en "Remove what stands above the first line ---, even if it is empty."
        ru "Уберите то, что стоит над первой строкой ---, даже если это пустые строки."
        ky "Биринчи --- сабынын үстүндөгүнү алып салыңыз, бош саптар болсо да."
    }
    file_does_not_begin_with_line {
        en "the file does not begin with the line ---"
        ru "файл не начинается со строки ---"
        ky "файл --- сабынан башталбайт"
    }
    front_matter_begins(first) {
        en "the front matter begins with `{first}`, not with ---"
        ru "шапка начинается с `{first}`, а не с ---"
        ky "баштапкы маалымат --- менен эмес, `{first}` менен башталат"
    }
    write_exactly_three_hyphens {
        en "Write exactly three hyphens: ---."
        ru "Напишите ровно три дефиса: ---."
        ky "Так үч дефис жазыңыз: ---."
    }
    front_matter_is_not_closed_stands_where(line) {
        en "the front matter is not closed: `{line}` stands where --- must"
        ru "шапка не закрыта: стоит `{line}`, а нужно ---"
        ky "баштапкы маалымат жабылган эмес: --- ордуна `{line}` турат"
    }
    write_exactly_three_hyphens_at_beginning {
        en "Write exactly three hyphens at the beginning of the line: ---."
        ru "Напишите ровно три дефиса в начале строки: ---."
        ky "Саптын башына так үч дефис жазыңыз: ---."
    }
    add_line_between_front_matter_and_text(last) {
        en "Add a line --- between the front matter and the text, after `{last}`."
        ru "Добавьте строку --- между шапкой и текстом, после `{last}`."
        ky "Баштапкы маалымат менен тексттин ортосуна, `{last}` дегенден кийин --- сабын кошуңуз."
    }
    front_matter_is_opened_by_but_never {
        en "the front matter is opened by --- but never closed"
        ru "шапка открыта строкой ---, но не закрыта"
        ky "баштапкы маалымат --- сабы менен ачылып, жабылган эмес"
    }
    summary_has_characters(count) {
        en "the summary has {count} characters"
        ru "в кратком описании {count} {count|знак|знака|знаков}"
        ky "кыскача баяндамада {count} белги бар"
    }
    shorten_it_to_at_most(most) {
        en "Shorten it to at most {most}."
        ru "Сократите до {most} {most|знака|знаков|знаков} или меньше."
        ky "Эң көп дегенде {most} белгиге чейин кыскартыңыз."
    }
    is_not_address_of_web_page(url) {
        en "`{url}` is not the address of a web page"
        ru "`{url}` — не адрес страницы в интернете"
        ky "`{url}` — интернеттеги барактын дареги эмес"
    }
    write_whole_address(whole) {
        en "Write the whole address: {whole}."
        ru "Напишите адрес полностью: {whole}."
        ky "Даректи толук жазыңыз: {whole}."
    }
    write_whole_address_https_or_remove_line {
        en "Write a whole address, https://…, or remove the line."
        ru "Напишите адрес полностью, https://…, или уберите строку."
        ky "Даректи толук жазыңыз, https://…, же сапты алып салыңыз."
    }
    it_is_empty {
        en "it is empty"
        ru "он пуст"
        ky "ал бош"
    }
    it_does_not_say_https {
        en "it does not say https:, so it leads nowhere from a USB stick"
        ru "в нём нет https:, поэтому с флешки он никуда не ведёт"
        ky "анда https: жок, ошондуктан флешкадан эч кайда алып барбайт"
    }
    it_begins_with_which_leads_elsewhere {
        en "it begins with /, which leads elsewhere on every host and nowhere on a USB stick"
        ru "он начинается с /, а это на каждом сервере ведёт в другое место, а с флешки никуда"
        ky "ал / менен башталат, андай дарек ар бир серверде башка жакка, ал эми флешкадан эч кайда алып барбайт"
    }
    it_lacks_two_slashes_after_colon {
        en "it lacks the two slashes after the colon"
        ru "после двоеточия не хватает двух косых черт"
        ky "кош чекиттен кийин эки кыйшык сызык жетпейт"
    }
    only_https_http_mailto_and_tel_addresses {
        en "only https:, http:, mailto: and tel: addresses are allowed"
        ru "можно только адреса https:, http:, mailto: и tel:"
        ky "https:, http:, mailto: жана tel: даректери гана болот"
    }
    keep_those_that_are_still_linked {
        en "Keep those that are still linked from elsewhere."
        ru "Оставьте те, на которые ещё ведут ссылки с других сайтов."
        ky "Башка сайттардан дагы деле шилтеме барларын калтырыңыз."
    }
    old_addresses {
        en "old addresses"
        ru "старых адресов"
        ky "эски дарек"
    }
    is_not_old_address_of_page(written) {
        en "`{written}` is not an old address of a page"
        ru "`{written}` — не старый адрес страницы"
        ky "`{written}` — барактын эски дареги эмес"
    }
    write_it_as_it_stood_after_language(example) {
        en "Write it as it stood after the language, without `.html`: `{example}`."
        ru "Напишите его так, как он стоял после языка, без `.html`: `{example}`."
        ky "Аны тилден кийин кандай турса, ошондой, `.html` жок жазыңыз: `{example}`."
    }

    // Pictures.

    style_sheet_whose_blocks_stand_too_deep {
        en "a style sheet whose blocks stand too deep in one another"
        ru "таблица стилей, в которой блоки вложены слишком глубоко"
        ky "блоктору өтө терең салынган стилдер таблицасы"
    }
    style_sheet_from_elsewhere_import {
        en "a style sheet from elsewhere (`@import`)"
        ru "таблица стилей из другого места (`@import`)"
        ky "башка жерден алынган стилдер таблицасы (`@import`)"
    }
    reference_to(shown) {
        en "the reference to `{shown}`"
        ru "ссылка на `{shown}`"
        ky "`{shown}` шилтемеси"
    }
    file_ends_before_picture_does {
        en "the file ends before the picture does"
        ru "файл кончается раньше картинки"
        ky "файл сүрөттөн мурда бүтөт"
    }
    file_is_damaged_or_no_picture {
        en "the file is damaged, or no picture"
        ru "файл повреждён или это не картинка"
        ky "файл бузулган же ал сүрөт эмес"
    }
    file_is_empty {
        en "the file is empty"
        ru "файл пуст"
        ky "файл бош"
    }
    copy_file_here_again_from_where {
        en "Copy the file here again from where it comes, and wait until that is finished."
        ru "Скопируйте файл сюда ещё раз оттуда, где он был, и дождитесь конца копирования."
        ky "Файлды келген жеринен бул жакка кайра көчүрүп, көчүрүү бүткөнчө күтүңүз."
    }
    open_it_in_program_that_made {
        en "Open it in the program that made it, save it as .svg, .png or .jpg, and show that file instead."
        ru "Откройте его в программе, в которой он создан, сохраните как .svg, .png или .jpg и покажите тот файл."
        ky "Аны түзгөн программада ачып, .svg, .png же .jpg кылып сактап, ошол файлды көрсөтүңүз."
    }
    save_it_as_jpeg_and_link {
        en "Save it as JPEG and link to that file. If it must be this file, name it in `publish:` of site.yaml."
        ru "Сохраните его как JPEG и дайте ссылку на тот файл. Если нужен именно этот, назовите его в `publish:` файла site.yaml."
        ky "Аны JPEG кылып сактап, ошол файлга шилтеме бериңиз. Дал ушул файл керек болсо, аны site.yaml файлынын `publish:` тизмесинде атаңыз."
    }
    file_cannot_be_published_browser_would_run(used) {
        en "the file {used} cannot be published: a browser would run what is in it, or ask other hosts for it"
        ru "файл ({used}) нельзя опубликовать: браузер запустил бы то, что в нём есть, или обратился бы к другим серверам"
        ky "файлды ({used}) жарыялоого болбойт: браузер анын ичиндегини иштетип же башка серверлерге кайрылып калмак"
    }
    make_it_page_of_site_or_save(path) {
        en "Make it a page of the site, or save it as PDF and link to that. If you know what it runs and trust it, name it in site.yaml: `trusted: [{path}]`."
        ru "Сделайте его страницей сайта или сохраните как PDF и дайте ссылку на него. Если вы знаете, что он запускает, и доверяете ему, назовите его в site.yaml: `trusted: [{path}]`."
        ky "Аны сайттын барагы кылыңыз же PDF кылып сактап, ага шилтеме бериңиз. Эмнени иштетерин билип, ага ишенсеңиз, аны site.yaml файлында атаңыз: `trusted: [{path}]`."
    }
    spreadsheet_would_compute_cell_of_this_table {
        en "a spreadsheet would compute a cell of this table; an apostrophe is put before"
        ru "одну ячейку этой таблицы табличный редактор стал бы вычислять; перед ней поставлен апостроф"
        ky "бул таблицанын бир уячасын таблица редактору эсептеп кетмек; анын алдына апостроф коюлду"
    }
    spreadsheet_would_compute_cells_of_this_table(count) {
        en "a spreadsheet would compute {count} cells of this table; an apostrophe is put before"
        ru "{count} {count|ячейку|ячейки|ячеек} этой таблицы табличный редактор стал бы вычислять; перед ними поставлен апостроф"
        ky "бул таблицанын {count} уячасын таблица редактору эсептеп кетмек; алардын алдына апостроф коюлду"
    }
    write_apostrophe_there_yourself_or_value(trust) {
        en "Write an apostrophe there yourself (`'=1+1`), or the value. {trust}"
        ru "Поставьте там апостроф сами (`'=1+1`) или напишите значение. {trust}"
        ky "Ал жерге апострофту өзүңүз коюңуз (`'=1+1`) же маанисин жазыңыз. {trust}"
    }
    drawing_is_published_without(removed) {
        en "the drawing is published without {removed}"
        ru "рисунок опубликован без того, что могло бы запуститься или загрузиться: {removed}"
        ky "сүрөт иштеп же жүктөлүп кетчү нерселерсиз жарыяланды: {removed}"
    }
    image_cannot_be_shown(used, why) {
        en "the image {used} cannot be shown: {why}"
        ru "картинку ({used}) нельзя показать: {why}"
        ky "сүрөттү ({used}) көрсөтүү мүмкүн эмес: {why}"
    }
    image_cannot_be_published(used, why) {
        en "the image {used} cannot be published: {why}"
        ru "картинку ({used}) нельзя опубликовать: {why}"
        ky "сүрөттү ({used}) жарыялоо мүмкүн эмес: {why}"
    }
    if_it_looks_right_on_page_save {
        en "If it looks right on the page, save it as PNG, or as SVG without these, to be rid of this message. Text that is missing must be text of the drawing (draw.io: export with Convert labels to SVG), a picture that is missing must be embedded."
        ru "Если на странице он выглядит правильно, сохраните его как PNG или как SVG без этого, чтобы сообщения не было. Пропавший текст должен быть текстом рисунка (draw.io: экспорт с Convert labels to SVG), пропавшая картинка должна быть встроена."
        ky "Эгер баракта ал туура көрүнсө, бул билдирүү чыкпашы үчүн аны PNG же мунусуз SVG кылып сактаңыз. Жоголгон текст сүрөттүн тексти болушу керек (draw.io: Convert labels to SVG менен экспорттоо), жоголгон сүрөт ичине салынышы керек."
    }
    to_publish_it_as_it_is_name(path) {
        en "To publish it as it is, name it in site.yaml: `trusted: [{path}]`."
        ru "Чтобы опубликовать его как есть, назовите его в site.yaml: `trusted: [{path}]`."
        ky "Аны ошол бойдон жарыялоо үчүн site.yaml файлында атаңыз: `trusted: [{path}]`."
    }
    of_a_page(first) {
        en "of `{first}`"
        ru "со страницы `{first}`"
        ky "`{first}` барагында"
    }
    of_a_page_and_another(first) {
        en "of `{first}` and another page"
        ru "со страницы `{first}` и ещё одной"
        ky "`{first}` жана дагы бир баракта"
    }
    of_a_page_and_others(first, count) {
        en "of `{first}` and {count} other pages"
        ru "со страницы `{first}` и ещё {count} {count|страницы|страниц|страниц}"
        ky "`{first}` жана дагы {count} баракта"
    }
    named_in_publish {
        en "named in `publish`"
        ru "названо в `publish`"
        ky "`publish` ичинде аталган"
    }
    it_is_of_kind(what) {
        en "it is {what}"
        ru "это {what}"
        ky "бул {what}"
    }
    it_may_say_where_when {
        en "it may say where, when and with what it was taken, and that cannot be taken out of this format"
        ru "в нём может быть сказано, где, когда и чем снято, а из этого формата такое не убрать"
        ky "анда кайда, качан жана эмне менен тартылганы айтылышы мүмкүн, ал эми бул форматтан аны алып салууга болбойт"
    }
    photo_in_heic_as_iphones_take_them {
        en "a photo in HEIC, as iPhones take them; browsers do not show it"
        ru "фотография в HEIC, как снимают iPhone; браузеры её не показывают"
        ky "iPhone тарткан HEIC сүрөтү; браузерлер аны көрсөтпөйт"
    }
    open_it_in_program_photos_of_windows {
        en "Open it in the program Photos of Windows, choose Save as and JPEG, and show that file instead. So that photos arrive as JPEG: on the iPhone, Settings → Photos → Transfer to Mac or PC → Automatic, or Settings → Camera → Formats → Most Compatible."
        ru "Откройте её в программе «Фотографии» Windows, выберите «Сохранить как» и JPEG и покажите тот файл. Чтобы фотографии приходили в JPEG: на iPhone «Настройки» → «Фото» → «Перенос на Mac или PC» → «Автоматически» или «Настройки» → «Камера» → «Форматы» → «Наиболее совместимые»."
        ky "Аны Windows'тун «Фотографии» программасында ачып, «Сохранить как» жана JPEG тандап, ошол файлды көрсөтүңүз. Сүрөттөр JPEG болуп келиши үчүн: iPhone'до «Настройки» → «Фото» → «Перенос на Mac или PC» → «Автоматически» же «Настройки» → «Камера» → «Форматы» → «Наиболее совместимые»."
    }
    picture_in_avif_which_browsers_of_older {
        en "a picture in AVIF, which browsers of older computers do not show"
        ru "картинка в AVIF; браузеры старых компьютеров её не показывают"
        ky "AVIF сүрөтү; эски компьютерлердин браузерлери аны көрсөтпөйт"
    }
    open_it_in_photos_or_paint {
        en "Open it in Photos or Paint of Windows, choose Save as and JPEG (or PNG, for a drawing), and show that file instead."
        ru "Откройте её в программе «Фотографии» или Paint Windows, выберите «Сохранить как» и JPEG (для рисунка PNG) и покажите тот файл."
        ky "Аны Windows'тун «Фотографии» же Paint программасында ачып, «Сохранить как» жана JPEG (чийме үчүн PNG) тандап, ошол файлды көрсөтүңүз."
    }
    picture_in_tiff_as_scanners_and_cameras {
        en "a picture in TIFF, as scanners and cameras make them; browsers do not show it"
        ru "картинка в TIFF, как дают сканеры и фотоаппараты; браузеры её не показывают"
        ky "сканерлер менен фотоаппараттар берген TIFF сүрөтү; браузерлер аны көрсөтпөйт"
    }
    open_it_in_paint_of_windows_choose {
        en "Open it in Paint of Windows, choose File → Save as → JPEG (PNG, for a drawing), and show that file instead."
        ru "Откройте её в Paint Windows, выберите «Файл» → «Сохранить как» → JPEG (для рисунка PNG) и покажите тот файл."
        ky "Аны Windows'тун Paint программасында ачып, «Файл» → «Сохранить как» → JPEG (чийме үчүн PNG) тандап, ошол файлды көрсөтүңүз."
    }
    picture_in_bmp_which_is_many_times {
        en "a picture in BMP, which is many times larger than it need be"
        ru "картинка в BMP, во много раз больше, чем нужно"
        ky "BMP сүрөтү, ал керегинен көп эсе чоң"
    }
    open_it_in_paint_of_windows_choose_file {
        en "Open it in Paint of Windows, choose File → Save as → PNG (JPEG, for a photo), and show that file instead."
        ru "Откройте её в Paint Windows, выберите «Файл» → «Сохранить как» → PNG (для фотографии JPEG) и покажите тот файл."
        ky "Аны Windows'тун Paint программасында ачып, «Файл» → «Сохранить как» → PNG (фото үчүн JPEG) тандап, ошол файлды көрсөтүңүз."
    }
    picture_in_jpeg_xl_which_most_browsers {
        en "a picture in JPEG XL, which most browsers do not show"
        ru "картинка в JPEG XL; большинство браузеров её не показывает"
        ky "JPEG XL сүрөтү; көпчүлүк браузерлер аны көрсөтпөйт"
    }
    save_it_as_jpeg_in_program {
        en "Save it as JPEG in the program that made it, and show that file instead."
        ru "Сохраните её как JPEG в программе, в которой она создана, и покажите тот файл."
        ky "Аны түзгөн программада JPEG кылып сактап, ошол файлды көрсөтүңүз."
    }
    link_to_it_without_or_show_picture {
        en "Link to it without the `!`, or show a picture from it."
        ru "Дайте на него ссылку без `!` или покажите картинку из него."
        ky "Ага `!` белгисиз шилтеме бериңиз же андан бир сүрөт көрсөтүңүз."
    }
    file_of_drawing_or_printing_program {
        en "a file of a drawing or printing program"
        ru "файл программы для рисования или печати"
        ky "чийүү же басуу программасынын файлы"
    }
    export_it_as_svg_or_png {
        en "Export it as SVG or PNG in the program that made it, and show that file instead; or link to it without the `!`."
        ru "Экспортируйте его как SVG или PNG в программе, в которой он создан, и покажите тот файл; или дайте на него ссылку без `!`."
        ky "Аны түзгөн программада SVG же PNG кылып экспорттоп, ошол файлды көрсөтүңүз; же ага `!` белгисиз шилтеме бериңиз."
    }
    document_or_archive {
        en "a document or an archive"
        ru "документ или архив"
        ky "документ же архив"
    }
    link_to_it_without_or_save_picture {
        en "Link to it without the `!`, or save the picture out of it as JPEG or PNG and show that file instead."
        ru "Дайте на него ссылку без `!` или сохраните картинку из него как JPEG или PNG и покажите тот файл."
        ky "Ага `!` белгисиз шилтеме бериңиз же андагы сүрөттү JPEG же PNG кылып сактап, ошол файлды көрсөтүңүз."
    }
    web_page_that_was_saved_under_name {
        en "a web page that was saved under the name of a picture"
        ru "веб-страница, сохранённая под именем картинки"
        ky "сүрөттүн аты менен сакталган веб-барак"
    }
    open_picture_itself_in_browser_save {
        en "Open the picture itself in the browser, save it with a right click, and show that file instead."
        ru "Откройте в браузере саму картинку, сохраните её правой кнопкой мыши и покажите тот файл."
        ky "Сүрөттүн өзүн браузерде ачып, чычкандын оң баскычы менен сактап, ошол файлды көрсөтүңүз."
    }
    it_has_no_size {
        en "it has no size"
        ru "у неё нет размера"
        ky "анын өлчөмү жок"
    }
    save_smaller_copy_of_it_and_use {
        en "Save a smaller copy of it and use that: 2000 pixels in width are enough for every screen."
        ru "Сохраните уменьшенную копию и возьмите её: для любого экрана хватает 2000 пикселей в ширину."
        ky "Кичирейтилген көчүрмөсүн сактап, ошону алыңыз: ар кандай экранга туурасы 2000 пиксель жетет."
    }
    make_it_shorter_or_smaller_or_save {
        en "Make it shorter or smaller, or save it as a film (MP4) and link to that."
        ru "Сделайте её короче или меньше или сохраните как фильм (MP4) и дайте на него ссылку."
        ky "Аны кыскартыңыз же кичирейтиңиз, же тасма (MP4) кылып сактап, ага шилтеме бериңиз."
    }
    side_of_it_has_pixels_at_most(pixels, most) {
        en "a side of it has {pixels} pixels; at most {most} are allowed"
        ru "одна сторона — {pixels} {pixels|пиксель|пикселя|пикселей}, а можно не больше {most}"
        ky "бир жагы {pixels} пиксель, көп дегенде {most} болот"
    }
    its_frames_have_megapixels_together_at_most(frames, megapixels, most) {
        en "its {frames} frames have {megapixels} megapixels together; at most {most} are allowed"
        ru "в ней {frames} {frames|кадр|кадра|кадров}, вместе {megapixels} Мп, а можно не больше {most}"
        ky "анда {frames} кадр бар, чогуусу {megapixels} Мп, көп дегенде {most} болот"
    }
    it_has_megapixels_at_most_are_allowed(megapixels, most) {
        en "it has {megapixels} megapixels; at most {most} are allowed"
        ru "в ней {megapixels} Мп, а можно не больше {most}"
        ky "ал {megapixels} Мп, көп дегенде {most} болот"
    }
    it_has_more_than_million_parts {
        en "it has more than a million parts"
        ru "в ней больше миллиона частей"
        ky "анда миллиондон көп бөлүк бар"
    }
    its_xml_is_at_fault_here {
        en "its XML is at fault here"
        ru "здесь ошибка в её XML"
        ky "бул жерде анын XML'инде ката бар"
    }
    it_is_not_svg {
        en "it is not an SVG"
        ru "это не SVG"
        ky "бул SVG эмес"
    }
    style_sheet_in_another_file {
        en "a style sheet in another file"
        ru "таблица стилей в другом файле"
        ky "башка файлдагы стилдер таблицасы"
    }
    it_is_in_utf_and_damaged {
        en "it is in UTF-16 and damaged"
        ru "она в UTF-16 и повреждена"
        ky "ал UTF-16 коддоосунда жана бузулган"
    }
    it_is_compressed_svg {
        en "it is a compressed SVG"
        ru "это сжатый SVG"
        ky "бул кысылган SVG"
    }
    it_is_not_in_utf {
        en "it is not in UTF-8"
        ru "она не в UTF-8"
        ky "ал UTF-8 коддоосунда эмес"
    }
    save_it_as_plain_svg {
        en "Save it as plain SVG, not as SVGZ."
        ru "Сохраните как обычный SVG, а не SVGZ."
        ky "SVGZ эмес, кадимки SVG кылып сактаңыз."
    }
    open_it_in_program_that_made_it_and_save {
        en "Open it in the program that made it and save it as SVG with the encoding UTF-8, or as PNG and show that file instead."
        ru "Откройте её в программе, в которой она создана, и сохраните как SVG в кодировке UTF-8 или как PNG и покажите тот файл."
        ky "Аны түзгөн программада ачып, UTF-8 коддоосундагы SVG же PNG кылып сактап, ошол файлды көрсөтүңүз."
    }
    give_drawing_size_in_program_that_made {
        en "Give the drawing a size in the program that made it (Inkscape: File → Document Properties → Resize page to content) and save it again."
        ru "Задайте рисунку размер в программе, в которой он создан (Inkscape: File → Document Properties → Resize page to content), и сохраните снова."
        ky "Чиймеге аны түзгөн программада өлчөм бериңиз (Inkscape: File → Document Properties → Resize page to content) жана кайра сактаңыз."
    }
    it_declares_entity_without_value {
        en "it declares an entity without a value"
        ru "в ней объявлена сущность без значения"
        ky "анда мааниси жок объект жарыяланган"
    }
    its_entities_stand_in_one_another {
        en "its entities stand in one another"
        ru "её сущности вложены друг в друга"
        ky "анын объекттери бири-биринин ичинде турат"
    }
    its_entities_become_too_long {
        en "its entities become too long"
        ru "её сущности становятся слишком длинными"
        ky "анын объекттери өтө узун болуп кетет"
    }
    one_of_its_elements_has_more {
        en "one of its elements has more than a thousand attributes"
        ru "у одного её элемента больше тысячи атрибутов"
        ky "анын бир элементинде миңден көп атрибут бар"
    }
    it_declares_thousands_of_namespaces {
        en "it declares thousands of namespaces"
        ru "в ней объявлены тысячи пространств имён"
        ky "анда миңдеген аттар мейкиндиги жарыяланган"
    }
    it_is_larger_than_any_screen {
        en "it is larger than any screen or sheet"
        ru "она больше любого экрана и листа"
        ky "ал ар кандай экрандан жана барактан чоң"
    }
    it_has_neither_viewbox_nor_width {
        en "it has neither a viewBox nor a width and a height"
        ru "у неё нет ни viewBox, ни ширины и высоты"
        ky "анда viewBox да, туурасы менен бийиктиги да жок"
    }
    its_groups_stand_in_one_another_too {
        en "its groups stand in one another too deep"
        ru "её группы вложены друг в друга слишком глубоко"
        ky "анын топтору бири-биринин ичинде өтө терең турат"
    }
    text_in_html_foreignobject {
        en "text in HTML (`foreignObject`)"
        ru "текст в HTML (`foreignObject`)"
        ky "HTML'деги текст (`foreignObject`)"
    }
    element_named(name) {
        en "`{name}`"
        ru "`{name}`"
        ky "`{name}`"
    }
    animation_of(target) {
        en "an animation of `{target}`"
        ru "анимация `{target}`"
        ky "`{target}` анимациясы"
    }
    handler_named(name) {
        en "the handler `{name}`"
        ru "обработчик `{name}`"
        ky "`{name}` иштеткичи"
    }

    // Theme and output.

    there_is_no_icon(name) {
        en "there is no icon `{name}`"
        ru "нет значка `{name}`"
        ky "`{name}` деген белги жок"
    }
    put_the_icon_into_the_theme(name) {
        en "Put `icons/{name}.svg` into the theme."
        ru "Положите `icons/{name}.svg` в тему."
        ky "Темага `icons/{name}.svg` файлын салыңыз."
    }
    loops_of_the_page_go_on_for_too_long {
        en "the loops of the page go on for too long"
        ru "циклы страницы идут слишком долго"
        ky "барактын циклдери өтө көпкө созулат"
    }
    put_fewer_loops_into_one_another {
        en "Put fewer loops into one another."
        ru "Вкладывайте меньше циклов друг в друга."
        ky "Циклдерди бири-бирине азыраак салыңыз."
    }
    document_for_word_processors_could(error) {
        en "the document for word processors could not be made: {error}"
        ru "документ для текстового редактора не создаётся: {error}"
        ky "текст редактору үчүн документ түзүлбөй калды: {error}"
    }
    simplify_page_or_make_it_no_form {
        en "Simplify the page, or make it no form."
        ru "Упростите страницу или не делайте её анкетой."
        ky "Баракты жөнөкөйлөтүңүз же аны анкета кылбаңыз."
    }
    text_is_too_long_for_word_file {
        en "the text is too long for a Word file: it has more paragraphs, cells and marks than a hundred sheets"
        ru "текст слишком длинный для файла Word: в нём больше абзацев, ячеек и выделений, чем на ста листах"
        ky "текст Word файлы үчүн өтө узун: анда жүз барактагыдан көп абзац, уяча жана бөлүп көрсөтүү бар"
    }
    divide_it_into_several_forms_page {
        en "Divide it into several forms; a page that is read and not filled in needs no `kind: form`."
        ru "Разделите его на несколько анкет; странице, которую читают, а не заполняют, `kind: form` не нужно."
        ky "Аны бир нече анкетага бөлүңүз; толтурулбай, окула турган баракка `kind: form` кереги жок."
    }
    choice_of_language {
        en "the choice of language"
        ru "выбор языка"
        ky "тилди тандоо"
    }
    error_page {
        en "the error page"
        ru "страница ошибки"
        ky "ката барагы"
    }
    search_page {
        en "the search page"
        ru "страница поиска"
        ky "издөө барагы"
    }
    alphabetical_index {
        en "the alphabetical index"
        ru "алфавитный указатель"
        ky "алфавиттик көрсөткүч"
    }
    index_by_readers {
        en "the index by readers"
        ru "указатель по читателям"
        ky "окурмандар боюнча көрсөткүч"
    }
    index_of_terms {
        en "the index of terms"
        ru "указатель терминов"
        ky "терминдердин көрсөткүчү"
    }
    list_of_figures_of_publication(id) {
        en "the list of figures of the publication `{id}`"
        ru "список рисунков публикации `{id}`"
        ky "`{id}` басылмасынын сүрөттөр тизмеси"
    }
    index_of_professions {
        en "an index of professions"
        ru "указатель профессий"
        ky "кесиптердин көрсөткүчү"
    }
    publication_on_one_page(id) {
        en "the publication `{id}` on one page"
        ru "публикация `{id}` одной страницей"
        ky "`{id}` басылмасы бир баракта"
    }
    finder_of_professions {
        en "the finder of professions"
        ru "подбор профессий"
        ky "кесип тандоо"
    }
    reader_own_list {
        en "the reader's own list"
        ru "собственный список читателя"
        ky "окурмандын өз тизмеси"
    }
    booklet_of_field(field) {
        en "the booklet of the field `{field}`"
        ru "брошюра области `{field}`"
        ky "`{field}` тармагынын китепчеси"
    }
    what_hosts_and_search_engines_read {
        en "what hosts and search engines read"
        ru "то, что читают серверы и поисковые системы"
        ky "серверлер менен издөө системалары окуган файл"
    }
    file_of_theme {
        en "a file of the theme"
        ru "файл темы"
        ky "теманын файлы"
    }
    encyclopedia_as_data {
        en "the encyclopedia as data"
        ru "энциклопедия в виде данных"
        ky "маалымат түрүндөгү энциклопедия"
    }
    word_file {
        en "the Word file"
        ru "файл Word"
        ky "Word файлы"
    }
    archive_of_documents {
        en "the archive of its documents"
        ru "архив его документов"
        ky "анын документтеринин архиви"
    }
    smaller_copy {
        en "a smaller copy"
        ru "уменьшенная копия"
        ky "кичирейтилген көчүрмө"
    }
    contents_of(index) {
        en "the contents of `{index}`"
        ru "содержание `{index}`"
        ky "`{index}` мазмуну"
    }
    old_address {
        en "an old address"
        ru "старый адрес"
        ky "эски дарек"
    }
    icons_are_files_in_theme_folder_icons {
        en "The icons are the files in the theme's folder `icons`; a site can add its own."
        ru "Значки — это файлы в папке `icons` темы; сайт может добавить свои."
        ky "Белгилер — теманын `icons` папкасындагы файлдар; сайт өзүнүкүн кошо алат."
    }
    theme_has_no_hue(hue) {
        en "the theme has no hue `{hue}`"
        ru "в теме нет цвета `{hue}`"
        ky "темада `{hue}` түсү жок"
    }
    theme_has(hues) {
        en "The theme has `{hues}`."
        ru "В теме есть: `{hues}`."
        ky "Темада барлары: `{hues}`."
    }
    theme_has_no_icon(icon) {
        en "the theme has no icon `{icon}`"
        ru "в теме нет значка `{icon}`"
        ky "темада `{icon}` белгиси жок"
    }
    use_whole_addresses_https_in_this_line {
        en "Use whole addresses, https://…, in this line."
        ru "В этой строке пишите адреса полностью, https://…."
        ky "Бул сапта даректерди толук жазыңыз, https://…."
    }
    imprint_can_only_link_to_other {
        en "the imprint can only link to other sites"
        ru "выходные данные могут ссылаться только на другие сайты"
        ky "чыгаруучу жөнүндө текст башка сайттарга гана шилтеме кыла алат"
    }
    use_whole_addresses_in_this_text {
        en "Use whole addresses, https://…, in this text."
        ru "В этом тексте пишите адреса полностью, https://…."
        ky "Бул текстте даректерди толук жазыңыз, https://…."
    }
    contact_and_imprint {
        en "the page of contacts and imprint"
        ru "страница контактов и выходных данных"
        ky "байланыш жана чыгаруучу жөнүндө барак"
    }
    licence_line_can_only_link_to_other {
        en "the licence line can only link to other sites"
        ru "строка о лицензии может ссылаться только на другие сайты"
        ky "лицензия сабы башка сайттарга гана шилтеме кыла алат"
    }
    theme_has_no_file(inside) {
        en "the theme has no file `{inside}`"
        ru "в теме нет файла `{inside}`"
        ky "темада `{inside}` файлы жок"
    }
    paths_are_relative_to_stylesheet_other_hosts {
        en "Paths are relative to the stylesheet; other hosts are not allowed."
        ru "Пути отсчитываются от таблицы стилей; другие серверы не разрешены."
        ky "Жолдор стилдер таблицасынан эсептелет; башка серверлер уруксат эмес."
    }
    plural_needs_interface_text_with_plural_forms {
        en "`plural` needs an interface text with plural forms"
        ru "для `plural` нужно слово интерфейса с формами числа"
        ky "`plural` үчүн сан формалары бар интерфейс сөзү керек"
    }
    theme_has_no_template(theme, name) {
        en "the theme `{theme}` has no template `{name}`"
        ru "в теме `{theme}` нет шаблона `{name}`"
        ky "`{theme}` темасында `{name}` шаблону жок"
    }
    add_it_to_themes_templates(theme) {
        en "Add it to `themes/{theme}/templates`."
        ru "Добавьте его в `themes/{theme}/templates`."
        ky "Аны `themes/{theme}/templates` папкасына кошуңуз."
    }
    add_hues_names_of_colours_that_publications {
        en "Add `hues: [...]`, the names of the colours that publications may have."
        ru "Добавьте `hues: [...]` — названия цветов, которые могут быть у публикаций."
        ky "`hues: [...]` деп, басылмаларга берилчү түстөрдүн аттарын кошуңуз."
    }
    there_is_no_theme(theme) {
        en "there is no theme `{theme}`"
        ru "нет темы `{theme}`"
        ky "`{theme}` деген тема жок"
    }
    name_folder_under_themes_or_remove_line {
        en "Name a folder under `themes/`, or remove the line."
        ru "Назовите папку из `themes/` или уберите строку."
        ky "`themes/` ичиндеги папканы атаңыз же сапты алып салыңыз."
    }
    this_symbolic_link_leads_out_of_theme {
        en "this symbolic link leads out of the theme's folder"
        ru "эта символическая ссылка ведёт из папки темы наружу"
        ky "бул символдук шилтеме теманын папкасынан сыртка алып барат"
    }
    save_it_with_encoding_utf {
        en "Save it with the encoding UTF-8."
        ru "Сохраните его в кодировке UTF-8."
        ky "Аны UTF-8 коддоосунда сактаңыз."
    }
    file_is_not_in_utf {
        en "the file is not in UTF-8"
        ru "файл не в UTF-8"
        ky "файл UTF-8 коддоосунда эмес"
    }
    this_export_is_not_understood {
        en "this export is not understood"
        ru "этот export непонятен"
        ky "бул export түшүнүксүз"
    }
    this_import_is_not_understood {
        en "this import is not understood"
        ru "этот import непонятен"
        ky "бул import түшүнүксүз"
    }
    imports_itself_by_way_of_others(page, deepest) {
        en "`{page}` imports itself by way of others, or more than {deepest} one by way of another"
        ru "`{page}` через другие подключает сам себя, или больше {deepest} подключены один через другой"
        ky "`{page}` башкалар аркылуу өзүн өзү туташтырат же {deepest} көбү бири-бири аркылуу туташкан"
    }
    move_what_both_need_into_file {
        en "Move what both need into a file of its own."
        ru "Вынесите то, что нужно обоим, в отдельный файл."
        ky "Экөөнө тең керек нерсени өзүнчө файлга чыгарыңыз."
    }
    theme_has_no_script_that_exports_anything(target) {
        en "the theme has no script `{target}` that exports anything"
        ru "в теме нет сценария `{target}`, который что-нибудь отдаёт"
        ky "темада бир нерсе чыгарган `{target}` сценарийи жок"
    }
    paths_are_relative_to_script {
        en "Paths are relative to the script."
        ru "Пути отсчитываются от сценария."
        ky "Жолдор сценарийден эсептелет."
    }
    does_not_export(target, name) {
        en "`{target}` does not export `{name}`"
        ru "`{target}` не отдаёт `{name}`"
        ky "`{target}` сценарийи `{name}` чыгарбайт"
    }
    is_loaded_by_itself_and_can_give(target) {
        en "`{target}` is loaded by itself and can give nothing"
        ru "`{target}` загружается сам и ничего отдать не может"
        ky "`{target}` өзү жүктөлөт жана эч нерсе чыгара албайт"
    }
    exports_too(other, export) {
        en "`{other}` exports `{export}` too"
        ru "`{other}` тоже отдаёт `{export}`"
        ky "`{other}` да `{export}` чыгарат"
    }
    give_one_another_name {
        en "Give one another name."
        ru "Дайте одному другое имя."
        ky "Бирине башка ат бериңиз."
    }
    template_has_kb_at_most_kb(len, max_template) {
        en "the template has {len} kB; at most {max_template} kB are allowed"
        ru "в шаблоне {len} кБ, а можно не больше {max_template} кБ"
        ky "шаблон {len} кБ, көп дегенде {max_template} кБ болот"
    }
    divide_it_puts_another_template {
        en "Divide it: `{{% include \"part.html\" %}}` puts another template in its place."
        ru "Разделите его: `{{% include \"part.html\" %}}` вставляет другой шаблон."
        ky "Аны бөлүңүз: `{{% include \"part.html\" %}}` башка шаблонду коёт."
    }
    templates_are_written_in_tera_https_keats {
        en "The templates are written in Tera 2; https://keats.github.io/tera describes it."
        ru "Шаблоны пишут на Tera 2; она описана на https://keats.github.io/tera."
        ky "Шаблондор Tera 2 менен жазылат; анын сүрөттөмөсү: https://keats.github.io/tera."
    }
    parent_template_does_not_exist(parent) {
        en "the parent template `{parent}` does not exist"
        ru "нет шаблона-родителя `{parent}`"
        ky "`{parent}` деген негизги шаблон жок"
    }
    template_extends_itself {
        en "the template extends itself"
        ru "шаблон расширяет сам себя"
        ky "шаблон өзүн өзү кеңейтет"
    }
    template_includes_itself {
        en "the template includes itself"
        ru "шаблон включает сам себя"
        ky "шаблон өзүн өзү камтыйт"
    }
    add_key_to_every_file_in_i {
        en "Add the key to every file in `i18n/`."
        ru "Добавьте ключ в каждый файл папки `i18n/`."
        ky "Ачкычты `i18n/` папкасынын ар бир файлына кошуңуз."
    }
    uses_interface_text_which_does_not_exist(name, key) {
        en "`{name}` uses the interface text `{key}`, which does not exist"
        ru "`{name}` берёт слово интерфейса `{key}`, а такого нет"
        ky "`{name}` интерфейстин `{key}` сөзүн алат, андай сөз жок"
    }
    give_it_name_of_built_in_template {
        en "Give it the name of a built-in template, or include it in another one."
        ru "Дайте ему имя встроенного шаблона или включите его в другой."
        ky "Ага даяр шаблондун атын бериңиз же аны башкасына кошуңуз."
    }
    no_page_is_made_with_template(name) {
        en "no page is made with the template `{name}`"
        ru "по шаблону `{name}` не создаётся ни одна страница"
        ky "`{name}` шаблону боюнча бир да барак түзүлбөйт"
    }

    // What files say of each other.

    give_this_page_and_same_headings_tables(file) {
        en "Give this page and `{file}` the same headings, tables and pictures in the same order, so that readers of both languages read the same."
        ru "Сделайте на этой странице и на `{file}` одни и те же заголовки, таблицы и картинки в одном порядке, чтобы читатели обоих языков читали одно и то же."
        ky "Эки тилдин окурмандары бир эле нерсени окушу үчүн бул баракта жана `{file}` барагында аталыштар, таблицалар жана сүрөттөр бирдей тартипте болсун."
    }
    page_is_not_built_like_stands_here(file, here, there) {
        en "the page is not built like `{file}`: {here} stands here, {there} there"
        ru "страница построена не так, как `{file}`: здесь {here}, там {there}"
        ky "барак `{file}` барагындай түзүлгөн эмес: бул жерде {here}, ал жерде {there}"
    }
    page_is_not_built_like_stands_there(file, part) {
        en "the page is not built like `{file}`: {part} stands there at the end"
        ru "страница построена не так, как `{file}`: там в конце есть {part}"
        ky "барак `{file}` барагындай түзүлгөн эмес: ал жердин аягында {part} бар"
    }
    page_is_not_built_like_does(file, part) {
        en "the page is not built like `{file}`: {part} does not stand there"
        ru "страница построена не так, как `{file}`: там нет этого: {part}"
        ky "барак `{file}` барагындай түзүлгөн эмес: ал жерде {part} жок"
    }
    heading_of_level(marks) {
        en "heading ({marks})"
        ru "заголовок ({marks})"
        ky "аталыш ({marks})"
    }
    figure_made_of_record {
        en "figure made of a record"
        ru "рисунок из записи"
        ky "жазуудан түзүлгөн сүрөт"
    }
    no_file_is_called(text) {
        en "no file is called `{text}`"
        ru "нет файла с именем `{text}`"
        ky "`{text}` деген файл жок"
    }
    paths_begin_below_content_handbook_plan_docx {
        en "Paths begin below `content/`: `handbook/plan.docx`, `handbook/*.pdf`, `handbook/game/**` for all of a folder. Pages and records need not be named."
        ru "Пути отсчитываются от `content/`: `handbook/plan.docx`, `handbook/*.pdf`, `handbook/game/**` для всей папки. Страницы и записи называть не нужно."
        ky "Жолдор `content/` папкасынан эсептелет: `handbook/plan.docx`, `handbook/*.pdf`, бүт папка үчүн `handbook/game/**`. Барактарды жана жазууларды атоонун кереги жок."
    }
    no_page_uses_this_file {
        en "no page uses this file; it is not published"
        ru "этот файл не нужен ни одной странице; он не публикуется"
        ky "бул файлды бир да барак колдонбойт; ал жарыяланбайт"
    }
    no_page_uses_this_file_or_others(count, told) {
        en "no page uses this file or {count} others of its folder; they are not published: `{told}`"
        ru "этот файл и ещё {count} {count|другой|других|других} из его папки не нужны ни одной странице; они не публикуются: `{told}`"
        ky "бул файлды жана анын папкасындагы дагы {count} файлды бир да барак колдонбойт; алар жарыяланбайт: `{told}`"
    }
    no_page_uses_this_file_or_others_of_its_folder(count, told, more) {
        en "no page uses this file or {count} others of its folder; they are not published: `{told}` and {more} more"
        ru "этот файл и ещё {count} {count|другой|других|других} из его папки не нужны ни одной странице; они не публикуются: `{told}` и ещё {more}"
        ky "бул файлды жана анын папкасындагы дагы {count} файлды бир да барак колдонбойт; алар жарыяланбайт: `{told}` жана дагы {more}"
    }
    show_it_or_link(pattern) {
        en "Show it or link to it on a page, or remove it. To publish it all the same, name it in site.yaml: `publish: [{pattern}]`."
        ru "Покажите его или дайте на него ссылку на странице либо удалите его. Чтобы опубликовать его и так, назовите его в site.yaml: `publish: [{pattern}]`."
        ky "Аны баракта көрсөтүңүз же ага шилтеме бериңиз, болбосо өчүрүңүз. Аны ошентип да жарыялоо үчүн site.yaml файлында атаңыз: `publish: [{pattern}]`."
    }
    remove_it_or_rename_it_before_page(help) {
        en "Remove it, or rename it before a page uses it. {help}"
        ru "Удалите его или переименуйте, прежде чем брать на страницу. {help}"
        ky "Аны өчүрүңүз же баракта колдонуудан мурда атын өзгөртүңүз. {help}"
    }
    this_file_is_not_read_editor(stem) {
        en "this file is not read: an editor or a program keeps an earlier `{stem}` here"
        ru "этот файл не читается: редактор или программа хранит здесь прежний `{stem}`"
        ky "бул файл окулбайт: редактор же программа бул жерде мурунку `{stem}` файлын сактайт"
    }
    remove_it_site_is_not_place {
        en "Remove it. The site is not the place for copies of its texts."
        ru "Удалите его. Сайт — не место для копий его текстов."
        ky "Аны өчүрүңүз. Сайт тексттеринин көчүрмөлөрү үчүн жер эмес."
    }
    this_file_is_not_read_its_name(extension) {
        en "this file is not read: its name ends with `.{extension}`"
        ru "этот файл не читается: его имя кончается на `.{extension}`"
        ky "бул файл окулбайт: анын аты `.{extension}` менен бүтөт"
    }
    windows_hides_that_ending_in_explorer_switch(stem) {
        en "Windows hides that ending. In Explorer switch on View → File name extensions, then rename the file to `{stem}`."
        ru "Windows скрывает это окончание. В Проводнике включите «Вид» → «Расширения имён файлов» и переименуйте файл в `{stem}`."
        ky "Windows бул аягын жашырат. Проводникте «Вид» → «Расширения имён файлов» дегенди күйгүзүп, файлдын атын `{stem}` деп өзгөртүңүз."
    }
    if_it_is_plain_text_rename(stem) {
        en "If it is plain text, rename it to `{stem}`; if not, save its text under that name."
        ru "Если это простой текст, переименуйте его в `{stem}`; если нет, сохраните его текст под этим именем."
        ky "Эгер бул жөнөкөй текст болсо, атын `{stem}` деп өзгөртүңүз; болбосо, текстин ушул ат менен сактаңыз."
    }
    program_left_this_file {
        en "a program left this file; it is not published"
        ru "этот файл оставила программа; он не публикуется"
        ky "бул файлды программа калтырган; ал жарыяланбайт"
    }
    remove_it {
        en "Remove it."
        ru "Удалите его."
        ky "Аны өчүрүңүз."
    }
    copy_file_that_it_leads_to_here {
        en "Copy the file that it leads to here, and link to that."
        ru "Скопируйте сюда файл, на который он ведёт, и дайте ссылку на него."
        ky "Ал алып барган файлды бул жакка көчүрүп, ошого шилтеме бериңиз."
    }
    this_is_shortcut_of_windows {
        en "this is a shortcut of Windows and not the file itself; it is not published"
        ru "это ярлык Windows, а не сам файл; он не публикуется"
        ky "бул Windows'тун ярлыгы, файлдын өзү эмес; ал жарыяланбайт"
    }
    remove_it_teachers_and_pupils_should_get {
        en "Remove it. Teachers and pupils should get no programs from here; link to the site of those who make it."
        ru "Удалите её. Учителя и ученики не должны получать отсюда программы; дайте ссылку на сайт тех, кто её делает."
        ky "Аны өчүрүңүз. Мугалимдер менен окуучулар бул жерден программа албашы керек; аны чыгаргандардын сайтына шилтеме бериңиз."
    }
    this_is_program_it_is_not_published {
        en "this is a program; it is not published"
        ru "это программа; она не публикуется"
        ky "бул программа; ал жарыяланбайт"
    }
    add_it_to_publications_in_site_yaml {
        en "Add it to `publications` in site.yaml, or remove the folder."
        ru "Добавьте её в `publications` файла site.yaml или удалите папку."
        ky "Аны site.yaml файлынын `publications` тизмесине кошуңуз же папканы өчүрүңүз."
    }
    folder_content_belongs_to_no_publication(folder) {
        en "the folder `content/{folder}` belongs to no publication; it is left out"
        ru "папка `content/{folder}` не относится ни к одной публикации; она не входит в сайт"
        ky "`content/{folder}` папкасы бир да басылмага кирбейт; ал сайтка кирген жок"
    }
    home_page_is_content_home_yaml_put {
        en "The home page is content/home.yaml; put other text into a page of another name."
        ru "Главная страница — content/home.yaml; другой текст поместите на страницу с другим именем."
        ky "Башкы барак — content/home.yaml; башка текстти башка аттуу баракка жазыңыз."
    }
    this_address_is_home_page {
        en "this address is the home page's"
        ru "это адрес главной страницы"
        ky "бул башкы барактын дареги"
    }
    keep_the_file(file) {
        en "Keep {file}."
        ru "Оставьте {file}."
        ky "{file} файлын калтырыңыз."
    }
    there_is_second_home_page {
        en "there is a second home page"
        ru "есть вторая главная страница"
        ky "экинчи башкы барак бар"
    }
    old_address_is_that_of_page(alias, other) {
        en "the old address `{alias}` is that of the page `{other}`"
        ru "старый адрес `{alias}` уже у страницы `{other}`"
        ky "эски `{alias}` дареги `{other}` барагыныкы"
    }
    old_address_is_old_address(alias, other) {
        en "the old address `{alias}` is an old address of `{other}`"
        ru "старый адрес `{alias}` — это старый адрес `{other}`"
        ky "эски `{alias}` дареги — `{other}` барагынын эски дареги"
    }
    leave_it_to_one_of_two {
        en "Leave it to one of the two; it can lead to one page only."
        ru "Оставьте его одной из двух: он может вести только на одну страницу."
        ky "Аны экөөнүн бирине калтырыңыз: ал бир гана баракка алып бара алат."
    }
    old_address_is_that_of_home_page(alias) {
        en "the old address `{alias}` is that of the home page"
        ru "старый адрес `{alias}` — это адрес главной страницы"
        ky "эски `{alias}` дареги — башкы барактын дареги"
    }
    old_address_is_that_of_list(alias) {
        en "the old address `{alias}` is that of a list of pages"
        ru "старый адрес `{alias}` — это адрес списка страниц"
        ky "эски `{alias}` дареги — барактар тизмесинин дареги"
    }
    chapter_page_is_draft_so_chapter {
        en "the chapter's page is a draft, so the chapter has no title"
        ru "страница главы — черновик, поэтому у главы нет названия"
        ky "бөлүмдүн барагы черновик, ошондуктан бөлүмдүн аталышы жок"
    }
    remove_line_draft_true(file) {
        en "Remove the line `draft: true` from `{file}`."
        ru "Уберите строку `draft: true` из `{file}`."
        ky "`{file}` файлынан `draft: true` сабын алып салыңыз."
    }
    chapter_has_no_page_with_its_title {
        en "the chapter has no page with its title"
        ru "у главы нет страницы с её названием"
        ky "бөлүмдүн аталышы бар барагы жок"
    }
    add_content_index_md_with_title(folder, code) {
        en "Add `content/{folder}/index.{code}.md` with a `title:`."
        ru "Добавьте `content/{folder}/index.{code}.md` с ключом `title:`."
        ky "`title:` ачкычы бар `content/{folder}/index.{code}.md` файлын кошуңуз."
    }
    publication_has_no_page(id) {
        en "the publication `{id}` has no page"
        ru "в публикации `{id}` нет ни одной страницы"
        ky "`{id}` басылмасында бир да барак жок"
    }
    put_pages_into_content_or_remove(id) {
        en "Put pages into `content/{id}`, or remove it from the list."
        ru "Положите страницы в `content/{id}` или уберите её из списка."
        ky "`content/{id}` папкасына барактарды салыңыз же аны тизмеден алып салыңыз."
    }
    links_to_it_need_new_name_too(help) {
        en "{help} Links to it need the new name too."
        ru "{help} В ссылках на него тоже нужно новое имя."
        ky "{help} Ага берилген шилтемелерде да жаңы ат керек."
    }
    save_picture_beside_page_and_link {
        en "Save the picture beside the page and link to the file."
        ru "Сохраните картинку рядом со страницей и дайте ссылку на файл."
        ky "Сүрөттү барактын жанына сактап, файлга шилтеме бериңиз."
    }
    image_lies_elsewhere(url) {
        en "the image lies elsewhere: {url}"
        ru "картинка лежит в другом месте: {url}"
        ky "сүрөт башка жерде жатат: {url}"
    }
    only_files_under_content_become_part {
        en "Only files under `content/` become part of the site; put the file there."
        ru "Частью сайта становятся только файлы из `content/`; положите файл туда."
        ky "Сайттын бөлүгү `content/` ичиндеги файлдар гана болот; файлды ошол жакка салыңыз."
    }
    leads_out_of_content_folder(written) {
        en "`{written}` leads out of the content folder"
        ru "`{written}` ведёт из папки content наружу"
        ky "`{written}` content папкасынан сыртка алып барат"
    }
    show_file_such_as_svg_png_jpg {
        en "Show a file such as .svg, .png, .jpg or .webp, or a record that is a figure or table."
        ru "Покажите файл .svg, .png, .jpg или .webp либо запись, которая показывается рисунком или таблицей."
        ky ".svg, .png, .jpg же .webp файлын же сүрөт же таблица болуп көрсөтүлчү жазууну көрсөтүңүз."
    }
    is_page_not_image(written) {
        en "`{written}` is a page, not an image"
        ru "`{written}` — страница, а не картинка"
        ky "`{written}` — сүрөт эмес, барак"
    }
    is_draft_which_is_left_out_nothing(written) {
        en "`{written}` is a draft, which is left out; nothing is shown in its place"
        ru "`{written}` — черновик, он не входит в сайт; на его месте ничего не показано"
        ky "`{written}` — черновик, ал сайтка кирген жок; анын ордунда эч нерсе көрсөтүлбөйт"
    }
    remove_line_draft_true_from_or_take(file) {
        en "Remove the line `draft: true` from `{file}`, or take the picture out."
        ru "Уберите строку `draft: true` из `{file}` или уберите картинку."
        ky "`{file}` файлынан `draft: true` сабын алып салыңыз же сүрөттү алып салыңыз."
    }
    is_draft_which_is_left_out_link(written) {
        en "`{written}` is a draft, which is left out; the link's words stay as plain text"
        ru "`{written}` — черновик, он не входит в сайт; слова ссылки остаются обычным текстом"
        ky "`{written}` — черновик, ал сайтка кирген жок; шилтеменин сөздөрү жөнөкөй текст бойдон калат"
    }
    remove_line_draft_true_from_or_take_link(file) {
        en "Remove the line `draft: true` from `{file}`, or take the link out."
        ru "Уберите строку `draft: true` из `{file}` или уберите ссылку."
        ky "`{file}` файлынан `draft: true` сабын алып салыңыз же шилтемени алып салыңыз."
    }
    what_link_leads_to_has_no_number {
        en "the words ask for a number, and what the link leads to has none"
        ru "слова просят номер, а у того, на что ведёт ссылка, номера нет"
        ky "сөздөр номерди сурайт, бирок шилтеме алып барган нерсенин номери жок"
    }
    write_words_without_number {
        en "Write the words without {{n}}."
        ru "Напишите слова без {{n}}."
        ky "Сөздөрдү {{n}} дебей жазыңыз."
    }
    number_of_chapter_is_typed {
        en "the number of a chapter is typed, and it changes when chapters are added or moved"
        ru "номер главы набран от руки, а он меняется, когда главы добавляют или переставляют"
        ky "бөлүмдүн номери кол менен терилген, ал бөлүмдөр кошулганда же жылдырылганда өзгөрөт"
    }
    write_n_for_number(number) {
        en "Write {{n}} for the number, which is {number} now."
        ru "Вместо номера напишите {{n}}; сейчас это {number}."
        ky "Номердин ордуна {{n}} деп жазыңыз, азыр ал {number}."
    }
    page_is_now(written, address) {
        en "the page `{written}` is now at `{address}`"
        ru "страница `{written}` теперь здесь: `{address}`"
        ky "`{written}` барагы эми бул жерде: `{address}`"
    }
    save_picture_beside_page_and_write {
        en "Save the picture beside the page and write its path relative to this file."
        ru "Сохраните картинку рядом со страницей и напишите путь к ней от этого файла."
        ky "Сүрөттү барактын жанына сактап, ага бул файлдан баруучу жолду жазыңыз."
    }
    put_file_beside_this_one_and_write(file) {
        en "Put the file beside this one, and write its name alone: {file}."
        ru "Положите файл рядом с этим и напишите только его имя: {file}."
        ky "Файлды ушунун жанына коюп, анын атын гана жазыңыз: {file}."
    }
    write_where_it_leads_between_round_brackets {
        en "Write where it leads between the round brackets, or take the link away."
        ru "Напишите в круглых скобках, куда она ведёт, или уберите ссылку."
        ky "Тегерек кашаага ал кайда алып барарын жазыңыз же шилтемени алып салыңыз."
    }
    write_path_relative_to_this_file_such {
        en "Write a path relative to this file, such as ../why/index.ky.md, or a whole https: address."
        ru "Напишите путь от этого файла, например ../why/index.ky.md, или полный адрес https:."
        ky "Бул файлдан баруучу жолду жазыңыз, мисалы ../why/index.ky.md, же толук https: дарегин."
    }
    this_address_cannot_be_used(why) {
        en "this address cannot be used: {why}"
        ru "этот адрес не годится: {why}"
        ky "бул дарек жарабайт: {why}"
    }
    that_page_has_no_headings_link {
        en "That page has no headings; link to the page itself."
        ru "На той странице нет заголовков; дайте ссылку на саму страницу."
        ky "Ал баракта аталыштар жок; барактын өзүнө шилтеме бериңиз."
    }
    its_headings_are(headings) {
        en "Its headings: `{headings}`."
        ru "Её заголовки: `{headings}`."
        ky "Анын аталыштары: `{headings}`."
    }
    there_is_no_heading_on_this_page(id) {
        en "there is no heading `#{id}` on this page"
        ru "на этой странице нет заголовка `#{id}`"
        ky "бул баракта `#{id}` аталышы жок"
    }
    there_is_no_heading_on_that_page(id) {
        en "there is no heading `#{id}` on that page"
        ru "на той странице нет заголовка `#{id}`"
        ky "ал баракта `#{id}` аталышы жок"
    }
    there_is_no_image(written) {
        en "there is no image `{written}`"
        ru "нет картинки `{written}`"
        ky "`{written}` деген сүрөт жок"
    }
    there_is_no_page(written) {
        en "there is no page `{written}`"
        ru "нет страницы `{written}`"
        ky "`{written}` деген барак жок"
    }
    there_is_no_file(written) {
        en "there is no file `{written}`"
        ru "нет файла `{written}`"
        ky "`{written}` деген файл жок"
    }
    check_path_it_is_relative_to_folder {
        en "Check the path: it is relative to the folder of this file."
        ru "Проверьте путь: он отсчитывается от папки этого файла."
        ky "Жолду текшериңиз: ал ушул файлдын папкасынан эсептелет."
    }
    address_outside_site_is_written_in_full(whole) {
        en "An address outside the site is written in full: {whole}."
        ru "Адрес вне сайта пишут полностью: {whole}."
        ky "Сайттан сырткы дарек толук жазылат: {whole}."
    }
    folder_content_belongs_to_no_publication_of_site(folder) {
        en "The folder `content/{folder}` belongs to no publication of site.yaml: add it there."
        ru "Папка `content/{folder}` не относится ни к одной публикации site.yaml: добавьте её туда."
        ky "`content/{folder}` папкасы site.yaml файлындагы бир да басылмага кирбейт: аны ошол жерге кошуңуз."
    }
    to_link_to_page_write_md(page) {
        en "To link to the page, write `{page}.md`."
        ru "Чтобы сослаться на страницу, напишите `{page}.md`."
        ky "Баракка шилтеме берүү үчүн `{page}.md` деп жазыңыз."
    }
    file_is_called_capital_letters_count(name) {
        en "The file is called `{name}`: capital letters count."
        ru "Файл называется `{name}`: прописные буквы важны."
        ky "Файл `{name}` деп аталат: баш тамганын мааниси бар."
    }
    folder_content_belongs_to_no_publication_put(folder, name) {
        en "The folder `content/{folder}` belongs to no publication. Put the file beside the page and write its name alone: `{name}`."
        ru "Папка `content/{folder}` не относится ни к одной публикации. Положите файл рядом со страницей и напишите только его имя: `{name}`."
        ky "`content/{folder}` папкасы бир да басылмага кирбейт. Файлды барактын жанына коюп, анын атын гана жазыңыз: `{name}`."
    }
    put_file_beside_page {
        en "Put the file beside the page."
        ru "Положите файл рядом со страницей."
        ky "Файлды барактын жанына коюңуз."
    }
    there_is_second_list(name) {
        en "there is a second list of `{name}`"
        ru "есть второй список `{name}`"
        ky "экинчи `{name}` тизмеси бар"
    }
    put_all_items_into_one_file {
        en "Put all items into one file."
        ru "Соберите все пункты в одном файле."
        ky "Бардык пункттарды бир файлга чогултуңуз."
    }
    page_is_not_translated_into_readers(code) {
        en "the page is not translated into `{code}`; readers are shown it as it is"
        ru "страница не переведена на `{code}`; читателям она показывается как есть"
        ky "барак `{code}` тилине которулган эмес; окурмандарга ошол бойдон көрсөтүлөт"
    }
    write_the_file(file) {
        en "Write `{file}`."
        ru "Напишите `{file}`."
        ky "`{file}` файлын жазыңыз."
    }
    look_at_it_with_bagyt_serve {
        en "Look at it with `bagyt serve` or `--drafts`; remove the line `draft: true` to publish it."
        ru "Посмотрите его через `bagyt serve` или `--drafts`; чтобы опубликовать, уберите строку `draft: true`."
        ky "Аны `bagyt serve` же `--drafts` аркылуу караңыз; жарыялоо үчүн `draft: true` сабын алып салыңыз."
    }
    this_is_draft_which_is_left_out {
        en "this is a draft, which is left out"
        ru "это черновик, он не входит в сайт"
        ky "бул черновик, ал сайтка кирген жок"
    }
    there_is_such_a_record_already(kind, id, other) {
        en "there is a {kind} `{id}` already, `{other}.yaml`"
        ru "{kind} `{id}` уже есть: `{other}.yaml`"
        ky "{kind} `{id}` мурунтан бар: `{other}.yaml`"
    }
    rename_one_of_two_files_its_name {
        en "Rename one of the two files; its name is its id."
        ru "Переименуйте один из двух файлов; его имя — это его id."
        ky "Эки файлдын биринин атын өзгөртүңүз; анын аты — анын id'си."
    }
    add_audience_with_some(audiences) {
        en "Add `audience: […]` with some of `{audiences}`."
        ru "Добавьте `audience: […]`, что-нибудь из `{audiences}`."
        ky "`audience: […]` деп, булардын айрымдарын кошуңуз: `{audiences}`."
    }
    page_does_not_say_for_whom {
        en "the page does not say for whom it is, as others do"
        ru "страница, в отличие от других, не говорит, для кого она"
        ky "барак, башкалардан айырмаланып, ким үчүн экенин айтпайт"
    }
    add_it_to_list_of_or_choose(list) {
        en "Add it to the list of {list}, or choose another."
        ru "Добавьте это в список ({list}) или выберите другое."
        ky "Муну тизмеге ({list}) кошуңуз же башкасын тандаңыз."
    }
    there_is_no_such_record(one, id) {
        en "there is no {one} `{id}`"
        ru "не найдено: {one} `{id}`"
        ky "табылган жок: {one} `{id}`"
    }
    is_the_record_itself(id, one) {
        en "`{id}` is the {one} itself"
        ru "`{id}` — это сама запись ({one})"
        ky "`{id}` — бул жазуунун өзү ({one})"
    }
    name_another_one {
        en "Name another one."
        ru "Назовите другую."
        ky "Башкасын атаңыз."
    }
    is_draft_which_is_left_out(one, id) {
        en "the {one} `{id}` is a draft, which is left out"
        ru "{one} `{id}` — черновик, он не входит в сайт"
        ky "{one} `{id}` — черновик, ал сайтка кирген жок"
    }
    remove_line_draft_true_from_or_take_it_out(file) {
        en "Remove the line `draft: true` from `{file}`, or take it out here."
        ru "Уберите строку `draft: true` из `{file}` или уберите это здесь."
        ky "`{file}` файлынан `draft: true` сабын алып салыңыз же муну бул жерден алып салыңыз."
    }
    has_number_already(twin, number) {
        en "`{twin}` has the number {number} already"
        ru "номер {number} уже есть у `{twin}`"
        ky "{number} номери `{twin}` файлында мурунтан бар"
    }
    give_each_lesson_and_each_visit {
        en "Give each lesson and each visit its own number."
        ru "Дайте каждому уроку и каждой экскурсии свой номер."
        ky "Ар бир сабакка жана ар бир экскурсияга өз номерин бериңиз."
    }
    is_name_of_term_too_in_language(name, other, code) {
        en "`{name}` is a name of the term `{other}` too, in the language `{code}`"
        ru "`{name}` — название и термина `{other}`, на языке `{code}`"
        ky "`{name}` — `{other}` термининин да аталышы, `{code}` тилинде"
    }
    leave_it_to_one_of_two_text {
        en "Leave it to one of the two; a text that uses the word can lead to one place only."
        ru "Оставьте его одному из двух: текст с этим словом может вести только в одно место."
        ky "Аны экөөнүн бирине калтырыңыз: бул сөзү бар текст бир гана жерге алып бара алат."
    }
    name_its_successor_if_profession_is_taught(successor) {
        en "Name its successor `{successor}`, if the profession is taught there."
        ru "Назовите преемника `{successor}`, если профессии учат там."
        ky "Кесип ал жерде үйрөтүлсө, анын мураскору `{successor}` дегенди атаңыз."
    }
    name_another_place_of_study {
        en "Name another place of study."
        ru "Назовите другое место учёбы."
        ky "Башка окуу жайын атаңыз."
    }
    list_of_institutions_calls_merged(id) {
        en "the list of institutions calls `{id}` merged"
        ru "по списку учебных заведений `{id}` присоединено к другому"
        ky "окуу жайларынын тизмеси боюнча `{id}` башкасына кошулган"
    }
    list_of_institutions_calls_closed(id) {
        en "the list of institutions calls `{id}` closed"
        ru "по списку учебных заведений `{id}` закрыто"
        ky "окуу жайларынын тизмеси боюнча `{id}` жабылган"
    }
    source_was_last_checked(id, checked) {
        en "the source `{id}` was last checked on {checked}"
        ru "источник `{id}` последний раз проверен {checked}"
        ky "`{id}` булагы акыркы жолу {checked} текшерилген"
    }
    see_whether_it_still_says {
        en "See whether it still says so and write the day here, or replace it."
        ru "Посмотрите, сказано ли там это по-прежнему, и напишите здесь день или замените источник."
        ky "Ал жерде дагы эле ошондой айтылганын карап, бул жерге күндү жазыңыз же булакты алмаштырыңыз."
    }
    no_profession_and_no_page_leads(id) {
        en "no profession and no page leads to `{id}`"
        ru "ни одна профессия и ни одна страница не ведёт к `{id}`"
        ky "бир да кесип жана бир да барак `{id}` дегенге алып барбайт"
    }
    story_shows_no_picture {
        en "the story has no picture of whoever tells it"
        ru "в рассказе нет снимка того, кто рассказывает"
        ky "аңгемеде айткан адамдын сүрөтү жок"
    }
    write_picture_as_markdown {
        en "Put the picture beside the file and write ![what it shows](name.jpg) in each language."
        ru "Положите снимок рядом с файлом и напишите на каждом языке ![что на снимке](имя.jpg)."
        ky "Сүрөттү файлдын жанына коюп, ар бир тилде ![сүрөттө эмне бар](аты.jpg) деп жазыңыз."
    }
    way_has_duration_and_reason_for_none {
        en "the way in has `months` and a reason for having none"
        ru "у пути есть и `months`, и причина, почему срока нет"
        ky "жолдун `months` ачкычы да, мөөнөтү жоктугунун себеби да бар"
    }
    remove_one_of_months {
        en "Remove `no_months` if the duration is right, or else `months`."
        ru "Уберите `no_months`, если срок верен, иначе уберите `months`."
        ky "Мөөнөтү туура болсо, `no_months` ачкычын, болбосо `months` ачкычын алып салыңыз."
    }
    name_it_under_related_or_near_alternatives {
        en "Name it under `related` or `near_alternatives` of a profession that is like it."
        ru "Назовите её в `related` или `near_alternatives` похожей профессии."
        ky "Аны окшош кесиптин `related` же `near_alternatives` тизмесинде атаңыз."
    }

    // Help of the command.

    help_of_docs {
        en "Say what every key of a file means, as a page of Markdown"
        ru "Сказать, что значит каждый ключ файла, страницей Markdown"
        ky "Файлдын ар бир ачкычы эмнени билдирерин Markdown барагы менен айтуу"
    }
    help_of_schema {
        en "Print the JSON Schema of a site's files, for editors that check while somebody writes"
        ru "Напечатать JSON Schema файлов сайта для редакторов, которые проверяют во время письма"
        ky "Жазып жатканда текшерген редакторлор үчүн сайттын файлдарынын JSON Schema'сын чыгаруу"
    }
    help_of_lang_of_docs {
        en "Language of the page"
        ru "Язык страницы"
        ky "Барактын тили"
    }
    help_of_vscode {
        en "Write the schemas where VS Code looks for them"
        ru "Записать схемы туда, где их ищет VS Code"
        ky "Схемаларды VS Code издеген жерге жазуу"
    }
    help_of_help_command {
        en "Print this help or that of a command"
        ru "Показать эту справку или справку команды"
        ky "Бул жардамды же буйруктун жардамын көрсөтүү"
    }
    help_of_check_at_length {
        en "No site is made, and an earlier one stays as it is. Only a build that was interrupted is finished or taken back first, as by every command, and the report says so."
        ru "Сайт не собирается, прежний остаётся как был. Только прерванная сборка сначала заканчивается или отменяется, как при любой команде, и об этом сказано."
        ky "Сайт түзүлбөйт, мурункусу ошол бойдон калат. Үзүлүп калган түзүү гана, ар кандай буйруктагыдай, адегенде бүтүрүлөт же жокко чыгарылат, бул тууралуу айтылат."
    }
    usage(message, help) {
        en "error: {message}\n{help}"
        ru "ошибка: {message}\n{help}"
        ky "ката: {message}\n{help}"
    }
    usage_unknown_command(command) {
        en "there is no command `{command}`"
        ru "нет команды `{command}`"
        ky "`{command}` деген буйрук жок"
    }
    usage_unknown_argument(argument) {
        en "the argument `{argument}` is not known"
        ru "аргумент `{argument}` неизвестен"
        ky "`{argument}` деген аргумент белгисиз"
    }
    usage_missing_argument(arguments) {
        en "this is missing: {arguments}"
        ru "не указано: {arguments}"
        ky "көрсөтүлгөн жок: {arguments}"
    }
    usage_missing_command {
        en "no command is given"
        ru "не указана команда"
        ky "буйрук көрсөтүлгөн жок"
    }
    usage_missing_value(argument) {
        en "`{argument}` needs a value"
        ru "`{argument}` требует значения"
        ky "`{argument}` маани талап кылат"
    }
    usage_wrong_value(value, argument) {
        en "the value `{value}` does not suit `{argument}`"
        ru "значение `{value}` не подходит для `{argument}`"
        ky "`{value}` мааниси `{argument}` үчүн жарабайт"
    }
    usage_given_twice(argument) {
        en "`{argument}` is given twice or together with what excludes it"
        ru "`{argument}` указан дважды или вместе с тем, что его исключает"
        ky "`{argument}` эки жолу же аны жокко чыгарган нерсе менен чогуу берилген"
    }
    usage_not_understood {
        en "the command line is not understood"
        ru "командная строка непонятна"
        ky "буйрук сабы түшүнүксүз"
    }
    usage_values(values) {
        en "Possible: {values}."
        ru "Можно: {values}."
        ky "Булар болот: {values}."
    }
    usage_see_help {
        en "`bagyt --help` shows all commands."
        ru "`bagyt --help` показывает все команды."
        ky "`bagyt --help` бардык буйруктарды көрсөтөт."
    }
    help_heading_usage {
        en "Usage:"
        ru "Использование:"
        ky "Колдонуу:"
    }
    help_heading_commands {
        en "Commands"
        ru "Команды"
        ky "Буйруктар"
    }
    help_heading_arguments {
        en "Arguments"
        ru "Аргументы"
        ky "Аргументтер"
    }
    help_heading_options {
        en "Options"
        ru "Параметры"
        ky "Параметрлер"
    }
    help_values(values) {
        en "possible values: {values}"
        ru "можно: {values}"
        ky "булар болот: {values}"
    }
    help_default(value) {
        en "default: {value}"
        ru "по умолчанию: {value}"
        ky "адатта: {value}"
    }
    help_of_help {
        en "Print help"
        ru "Показать эту справку"
        ky "Бул жардамды көрсөтүү"
    }
    help_of_version {
        en "Print version"
        ru "Показать версию"
        ky "Нускасын көрсөтүү"
    }
    help_of_bagyt {
        en "Turns a folder of Markdown and YAML into one site in Kyrgyz and Russian that opens from a USB stick"
        ru "Превращает папку с Markdown и YAML в один сайт на кыргызском и русском, который открывается и с флешки"
        ky "Markdown жана YAML папкасын флешкадан да ачылган кыргызча-орусча бир сайтка айлантат"
    }
    help_of_build {
        en "Make the site: a folder that opens in any browser and goes on any web host"
        ru "Собрать сайт: папку, которая открывается в любом браузере и на любом сервере"
        ky "Сайтты түзүү: ар кандай браузерде ачылып, ар кандай серверге коюлчу папка"
    }
    help_of_serve {
        en "Show the site in the browser and update it while you write"
        ru "Показывать сайт в браузере и обновлять его, пока вы пишете"
        ky "Сайтты браузерде көрсөтүп, сиз жазып жатканда жаңыртып туруу"
    }
    help_of_check {
        en "Report everything that is wrong with the content, and make nothing of it"
        ru "Сообщить обо всём, что не так с содержанием, ничего не собирая"
        ky "Мазмундагы бардык каталарды айтып, эч нерсе түзбөө"
    }
    help_of_search {
        en "Look something up in a built site, as its search box does"
        ru "Найти что-нибудь в собранном сайте, как это делает его поиск"
        ky "Даяр сайттан анын издөөсүндөй бир нерсе табуу"
    }
    help_of_analyze {
        en "Show what the search makes of words: each with its stem and other terms"
        ru "Показать, что поиск делает со словами: у каждого основа и другие термины"
        ky "Издөө сөздөрдү кантип түшүнөрүн көрсөтүү: ар биринин уңгусу жана башка терминдери"
    }
    help_of_init {
        en "Make a small complete site to start from"
        ru "Создать небольшой готовый сайт для начала"
        ky "Баштоо үчүн чакан даяр сайт түзүү"
    }
    help_of_new {
        en "Make the files of a new page or profession, with notes on what to write where"
        ru "Создать файлы новой страницы или профессии с пояснениями, что где писать"
        ky "Жаңы барактын же кесиптин файлдарын, кайсы жерге эмне жазылары менен түзүү"
    }
    help_of_type {
        en "Only this: profession, lesson, term, sources, …"
        ru "Только это: profession, lesson, term, sources, …"
        ky "Ушул гана: profession, lesson, term, sources, …"
    }
    add_choice_one_of(key, choices) {
        en "Add `{key}: …`, one of `{choices}`."
        ru "Добавьте `{key}: …`, одно из: `{choices}`."
        ky "`{key}: …` деп кошуңуз, мүмкүн болгону: `{choices}`."
    }
    add_number_in_range(key, least, most) {
        en "Add `{key}: {least}`, a number from {least} to {most}."
        ru "Добавьте `{key}: {least}`, число от {least} до {most}."
        ky "`{key}: {least}` деп кошуңуз, {least} менен {most} ортосундагы сан."
    }
    add_items_on_lines_below(key) {
        en "Add `{key}:` and the items on the lines below, each after a dash."
        ru "Добавьте `{key}:` и пункты на строках ниже, каждый после дефиса."
        ky "`{key}:` деп кошуп, пункттарды төмөнкү саптарга, ар бирин сызыкчадан кийин жазыңыз."
    }
    text_has_characters(count) {
        en "the text has {count} characters"
        ru "в тексте {count} {count|знак|знака|знаков}"
        ky "тексттин {count} белгиси бар"
    }
    profession_lacks(keys) {
        en "the profession lacks `{keys}`"
        ru "в профессии не хватает: `{keys}`"
        ky "кесипте жетишпейт: `{keys}`"
    }
    lesson_lacks(keys) {
        en "the lesson lacks `{keys}`"
        ru "в занятии не хватает: `{keys}`"
        ky "сабакта жетишпейт: `{keys}`"
    }
    task_lacks(keys) {
        en "the task lacks `{keys}`"
        ru "в описании дела не хватает: `{keys}`"
        ky "иштин сүрөттөмөсүндө жетишпейт: `{keys}`"
    }
    page_cannot_be_taken_away(title) {
        en "“{title}” is a page to read, there is no file of it to take away"
        ru "«{title}» — страница для чтения, файла, который можно взять с собой, у неё нет"
        ky "«{title}» — окуй турган барак, анын ала кетүүчү файлы жок"
    }
    name_a_form_lesson_test_or_file {
        en "Name a page with `kind: form`, a lesson with a worksheet, a self-test or a file; pages to read belong under `see`."
        ru "Укажите страницу с `kind: form`, занятие с рабочим листом, тест или файл; страницам для чтения место в `see`."
        ky "`kind: form` деген баракты, барагы бар сабакты, тестти же файлды атаңыз; окуй турган барактардын орду — `see`."
    }
    next_is_no_task(what) {
        en "“{what}” is no task that could follow"
        ru "«{what}» — не дело, которое могло бы быть следующим"
        ky "«{what}» — кийинки иш боло албайт"
    }
    name_file_of_another_task {
        en "Name the file of another task; other pages belong under `see`."
        ru "Укажите файл другого дела; другим страницам место в `see`."
        ky "Башка иштин файлын атаңыз; башка барактардын орду — `see`."
    }
    add_them_new_explains_each(name) {
        en "Add them; `bagyt new {name}` makes a file in which each is explained."
        ru "Добавьте их; `bagyt new {name}` создаёт файл, где каждый ключ пояснён."
        ky "Аларды кошуңуз; `bagyt new {name}` ар бири түшүндүрүлгөн файл түзөт."
    }
    add_source_or_remove_claim {
        en "Add `source: …`, an id of the list of sources, or remove the claim."
        ru "Добавьте `source: …`, id из списка источников, или уберите факт."
        ky "`source: …` деп булактар тизмесиндеги id'ни кошуңуз же фактыны алып салыңыз."
    }
    help_of_explain {
        en "Say what a message means and how to mend it"
        ru "Сказать, что значит сообщение и как исправить"
        ky "Билдирүү эмнени билдирерин жана кантип оңдоону айтуу"
    }
    help_of_lang_of_messages {
        en "Language of messages: that of the system if it is not given, else the first of the site"
        ru "Язык сообщений: если не указан, язык системы, иначе первый язык сайта"
        ky "Билдирүүлөрдүн тили: көрсөтүлбөсө системанын тили, болбосо сайттын биринчи тили"
    }
    help_of_site {
        en "Folder of the site: the one that holds `content/`"
        ru "Папка сайта: та, в которой лежит `content/`"
        ky "Сайттын папкасы: ичинде `content/` жатканы"
    }
    help_of_base_url {
        en "Address of the published site, such as https://example.kg/handbook; overrides site.yaml"
        ru "Адрес опубликованного сайта, например https://example.kg/handbook; сильнее site.yaml"
        ky "Жарыяланган сайттын дареги, мисалы https://example.kg/handbook; site.yaml файлынан күчтүү"
    }
    help_of_jobs {
        en "How many threads to use, one for each core if it is not given"
        ru "Сколько потоков занять; если не указано, по одному на ядро"
        ky "Канча агым колдонуу; көрсөтүлбөсө, ар бир ядрого бирден"
    }
    help_of_drafts {
        en "Treat pages and records with `draft: true` like the others; they get a mark"
        ru "Обращаться со страницами и записями с `draft: true` как с остальными; у них будет пометка"
        ky "`draft: true` бар барактарды жана жазууларды башкалардай кароо; аларда белги болот"
    }
    help_of_out {
        en "Folder to write to, SITE/public if it is not given"
        ru "Папка для готового сайта; если не указана, SITE/public"
        ky "Даяр сайттын папкасы; көрсөтүлбөсө, SITE/public"
    }
    help_of_out_of_search {
        en "Folder of the built site, SITE/public if it is not given"
        ru "Папка собранного сайта; если не указана, SITE/public"
        ky "Даяр сайттын папкасы; көрсөтүлбөсө, SITE/public"
    }
    help_of_wait {
        en "If another bagyt builds into that folder, wait until it is done"
        ru "Если в эту папку собирает другая программа bagyt, дождаться её"
        ky "Бул папкага башка bagyt түзүп жатса, анын бүтүшүн күтүү"
    }
    help_of_fresh {
        en "Make everything, whatever is known of the last build"
        ru "Собрать всё заново, что бы ни помнилось о прошлой сборке"
        ky "Мурунку түзүүдөн эмне белгилүү болсо да, баарын кайра түзүү"
    }
    help_of_format {
        en "How messages are written: human is several lines with the line of the file, short is one line, json is one object a line"
        ru "Как писать сообщения: human — несколько строк со строкой файла, short — по строке, json — по объекту в строке"
        ky "Билдирүүлөр кандай жазылат: human — файлдын сабы менен бир нече сап, short — бирден сап, json — сапка бирден объект"
    }
    help_of_timings {
        en "Say how long each stage took"
        ru "Сказать, сколько заняла каждая ступень"
        ky "Ар бир баскыч канча убакыт алганын айтуу"
    }
    help_of_port {
        en "Port of the address http://localhost:PORT"
        ru "Порт адреса http://localhost:PORT"
        ky "http://localhost:PORT дарегинин порту"
    }
    help_of_open {
        en "Open that address in the browser"
        ru "Открыть этот адрес в браузере"
        ky "Бул даректи браузерде ачуу"
    }
    help_of_poll {
        en "Look at the files every second instead of being told of changes: for folders on another machine"
        ru "Смотреть на файлы каждую секунду, а не ждать сообщений об изменениях: для папок на другом компьютере"
        ky "Өзгөрүү тууралуу кабар күтпөй, файлдарды секунд сайын кароо: башка компьютердеги папкалар үчүн"
    }
    help_of_query {
        en "What to look for; words in quotes must stand together"
        ru "Что искать; слова в кавычках должны стоять вместе"
        ky "Эмнени издөө; тырмакчадагы сөздөр чогуу турушу керек"
    }
    help_of_lang_of_pages {
        en "Language of the pages"
        ru "Язык страниц"
        ky "Барактардын тили"
    }
    help_of_lang_of_words {
        en "Language of the words"
        ru "Язык слов"
        ky "Сөздөрдүн тили"
    }
    help_of_limit {
        en "Most pages to show"
        ru "Сколько страниц показать самое большее"
        ky "Эң көп дегенде канча барак көрсөтүү"
    }
    help_of_kind_of_pages {
        en "Only pages of this kind: profession, page, form, lesson, term, data, publication"
        ru "Только страницы этого вида: profession, page, form, lesson, term, data, publication"
        ky "Ушул түрдөгү барактар гана: profession, page, form, lesson, term, data, publication"
    }
    help_of_publication {
        en "Only pages of this publication, by its id"
        ru "Только страницы этой публикации, по её id"
        ky "Ушул басылманын барактары гана, id'си боюнча"
    }
    help_of_json {
        en "Print the hits as a JSON array"
        ru "Напечатать найденное массивом JSON"
        ky "Табылганды JSON массиви кылып чыгаруу"
    }
    help_of_dir {
        en "Folder to make; must not exist or be empty"
        ru "Папка, которую создать; её ещё нет или она пуста"
        ky "Түзүлчү папка; ал али жок же бош болушу керек"
    }
    help_of_kind {
        en "What to make"
        ru "Что создать"
        ky "Эмнени түзүү"
    }
    help_of_id {
        en "Name of the files, which becomes the address: Latin letters, digits and -, with folders before it if wanted (handbook/school/parents)"
        ru "Имя файлов, оно станет адресом: латинские буквы, цифры и -, перед ним можно указать папки (handbook/school/parents)"
        ky "Файлдардын аты, ал дарек болот: латын тамгалары, цифралар жана -, алдына папкаларды көрсөтсө болот (handbook/school/parents)"
    }
    help_of_code {
        en "Code of a message, such as yaml/missing-key; without one all are listed"
        ru "Код сообщения, например yaml/missing-key; без него перечисляются все"
        ky "Билдирүүнүн коду, мисалы yaml/missing-key; ансыз баары саналат"
    }
    help_of_forms {
        en "Work with answers to questionnaires"
        ru "Работать с ответами на анкеты"
        ky "Анкеталардын жооптору менен иштөө"
    }
    help_of_tabulate {
        en "Count the answers of several devices together"
        ru "Свести и посчитать ответы с нескольких устройств"
        ky "Бир нече түзмөктүн жоопторун чогуу эсептөө"
    }
    help_of_files_of_answers {
        en "Files that were saved on the page of the questionnaire, of one device or of several"
        ru "Файлы, сохранённые на странице анкеты, с одного устройства или с нескольких"
        ky "Анкетанын бетинде бир же бир нече түзмөктө сакталган файлдар"
    }
    help_of_csv_of_answers {
        en "Write a table of the answers there, a row for each person; - is standard output"
        ru "Записать туда таблицу ответов, по строке на анкету; - означает стандартный вывод"
        ky "Жооптордун таблицасын ошол жерге жазуу, ар бир анкетага бир сап; - стандарттык чыгарууну билдирет"
    }
    help_of_json_of_answers {
        en "Write all answers and the counts there, as one file; - is standard output"
        ru "Записать туда все ответы и итоги одним файлом; - означает стандартный вывод"
        ky "Бардык жоопту жана жыйынтыкты бир файл кылып ошол жерге жазуу; - стандарттык чыгарууну билдирет"
    }
    help_of_xlsx_of_answers {
        en "Write a workbook of answers and counts there"
        ru "Записать туда книгу Excel с ответами и итогами"
        ky "Жооптор жана жыйынтык менен Excel китебин ошол жерге жазуу"
    }
    help_examples {
        en "Examples:\n  bagyt init my-site        Make a small site to start from, in the folder my-site\n  bagyt serve my-site       Look at it in the browser while you write\n  bagyt check my-site       See what is missing or wrong\n  bagyt build my-site       Make the site, in my-site/public\n  bagyt search -l ky резюме my-site\n                            See what a reader finds for a word\n\nExit codes: 0 fine, 1 the content has errors, 2 the command or the machine."
        ru "Примеры:\n  bagyt init my-site        Создать небольшой сайт для начала в папке my-site\n  bagyt serve my-site       Смотреть его в браузере, пока вы пишете\n  bagyt check my-site       Увидеть, чего не хватает и что не так\n  bagyt build my-site       Собрать сайт в my-site/public\n  bagyt search -l ky резюме my-site\n                            Увидеть, что найдёт читатель по слову\n\nКоды завершения: 0 всё в порядке, 1 ошибки в содержании, 2 команда или компьютер."
        ky "Мисалдар:\n  bagyt init my-site        Баштоо үчүн my-site папкасында чакан сайт түзүү\n  bagyt serve my-site       Жазып жатып аны браузерде көрүү\n  bagyt check my-site       Эмне жетпегенин жана эмне туура эмес экенин көрүү\n  bagyt build my-site       Сайтты my-site/public папкасында түзүү\n  bagyt search -l ky резюме my-site\n                            Окурман сөз боюнча эмне табарын көрүү\n\nЧыгуу коддору: 0 баары жайында, 1 мазмунда каталар бар, 2 буйрук же компьютер."
    }
}
