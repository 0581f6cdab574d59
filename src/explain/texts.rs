//! The explanations, one after the other in the order of the codes.

use super::{Example, Explanation};
use crate::diag::Code;

/// Declares the explanations from one table, so that no code is without one in every language.
macro_rules! explanations {
    ($($name:ident {
        en $en:literal
        ru $meaning_ru:literal $ru:literal
        ky $meaning_ky:literal $ky:literal
        $($kind:ident $wrong:literal => $right:literal)?
    })*) => {
        /// What is explained of a code.
        pub fn of(code: Code) -> Explanation {
            match code {
                $(Code::$name => Explanation {
                    meanings: [code.meaning(), $meaning_ru, $meaning_ky],
                    texts: [$en, $ru, $ky],
                    example: [$(Example::$kind($wrong, $right))?].into_iter().next(),
                },)*
            }
        }
    };
}

explanations! {
    SiteMissing {
        en "Everything that bagyt reads lies in the folder `content` of a site, and `content/site.yaml` says its title, languages and publications. Without it nothing can be made. Perhaps the command was run one folder too high or too low."
        ru "В папке нет content/site.yaml, поэтому это не сайт."
            "Всё, что читает bagyt, лежит в папке `content` сайта, а `content/site.yaml` называет заголовок, языки и публикации. Без него ничего не собрать. Возможно, команда запущена на папку выше или ниже."
        ky "Папкада content/site.yaml жок, ошондуктан ал сайт эмес."
            "bagyt окуган нерселердин баары сайттын `content` папкасында жатат, ал эми `content/site.yaml` аталышты, тилдерди жана басылмаларды айтат. Ансыз эч нерсе түзүлбөйт. Балким, буйрук бир папка өйдө же ылдый жерде берилгендир."
    }
    SitePublicationEmpty {
        en "A reader who chooses this publication would find an empty list. Put at least one page into its folder, or take it out of `publications` until there is one."
        ru "В site.yaml названа публикация, у которой нет папки или нет страниц."
            "Читатель, выбрав эту публикацию, увидел бы пустой список. Положите в её папку хотя бы одну страницу или уберите её из `publications`, пока страниц нет."
        ky "site.yaml файлында папкасы же барактары жок басылма аталган."
            "Бул басылманы тандаган окурман бош тизме көрмөк. Анын папкасына жок дегенде бир барак салыңыз же барак болгонго чейин аны `publications` тизмесинен алып салыңыз."
    }
    SitePublishNothing {
        en "The pattern was meant to publish a file, and that file is not published: a misspelt name, or a file that was moved. Readers who are given its address find nothing."
        ru "Шаблон в `publish` или `trusted` файла site.yaml не подходит ни к одному файлу."
            "Он должен был опубликовать файл, а тот не опубликован: опечатка в имени или файл переехал. Кому дали его адрес, тот ничего не найдёт."
        ky "site.yaml файлынын `publish` же `trusted` тизмесиндеги үлгү бир да файлга туура келбейт."
            "Ал файлды жарыялашы керек эле, бирок файл жарыяланган жок: атында ката бар же файл көчүрүлгөн. Дареги берилген адам эч нерсе таппайт."
        Part "publish: [handbook/plam.pdf]"
            => "publish: [handbook/plan.pdf]"
    }
    SourceUnreadable {
        en "The file is listed in the folder, but the system does not let bagyt read it: it is open elsewhere, lies on a disk that went away, or you may not read it. Nothing is built, so that no page is lost in silence."
        ru "Файл или папку нельзя прочитать."
            "Файл в папке есть, но система не даёт его прочитать: он открыт в другой программе, лежит на отключённом диске или у вас нет разрешения. Сайт не собирается, чтобы страница не пропала молча."
        ky "Файлды же папканы окуу мүмкүн эмес."
            "Файл папкада бар, бирок система аны окутпай жатат: ал башка программада ачык, өчүрүлгөн дискте жатат же сизде уруксат жок. Барак үнсүз жоголбошу үчүн сайт түзүлбөйт."
    }
    SourceNotUtf8 {
        en "Kyrgyz letters have one code in UTF-8, and another or none in older encodings. Read in the wrong one, «ө ү ң» become other signs on the page. Open the file in the program that made it and save it with the encoding UTF-8."
        ru "Текстовый файл не в кодировке UTF-8."
            "У кыргызских букв в UTF-8 один код, а в старых кодировках другой или никакого. Если читать не в той, «ө ү ң» на странице превратятся в другие знаки. Откройте файл в его программе и сохраните в UTF-8."
        ky "Текст файлы UTF-8 коддоосунда эмес."
            "Кыргыз тамгаларынын UTF-8де бир коду бар, эски коддоолордо башка же таптакыр жок. Туура эмес коддоодо окулса, «ө ү ң» баракта башка белгилерге айланат. Файлды өз программасында ачып, UTF-8де сактаңыз."
    }
    SourceForbiddenCharacter {
        en "Copied text brings invisible characters along: manual line breaks, page breaks, optional hyphens. Web pages and Word files may not hold them, so they are read as a space or hyphen, or left out. Look whether the words still stand as they should."
        ru "В тексте есть знаки, которых не может быть на веб-странице и в файле Word."
            "Скопированный текст приносит невидимые знаки: принудительные переносы, разрывы страниц, мягкие переносы. Они читаются как пробел или дефис либо пропускаются. Проверьте, что слова стоят как надо."
        ky "Текстте веб-баракта жана Word файлында болбой турган белгилер бар."
            "Көчүрүлгөн текст көрүнбөгөн белгилерди ала келет: кол менен коюлган сап которуу, барактын үзүлүшү, жумшак ташымал. Алар боштук же дефис катары окулат же калтырылат. Сөздөр туура турганын текшериңиз."
    }
    SourceLostCharacter {
        en "The sign � stands where a letter was lost in an earlier conversion, often one of «ө ү ң». No program can know which; whoever knows the word types it anew."
        ru "Буква текста потеряна при преобразовании, ещё до bagyt."
            "Знак � стоит там, где при прежнем преобразовании пропала буква, часто одна из «ө ү ң». Какая, программа знать не может; впишите её, кто знает слово."
        ky "Тексттин тамгасы bagyt'ка келгенге чейин эле которууда жоголгон."
            "� белгиси мурунку которууда тамга жоголгон жерде турат, көбүнчө «ө ү ң» тамгаларынын бири. Кайсынысы экенин программа билбейт; сөздү билген адам аны кайра жазат."
    }
    SourceTooLarge {
        en "Readers open the site on phones and slow links, and bagyt keeps a limit for each kind of file. Divide the text, or save a smaller copy of the picture."
        ru "Файл больше предела для своего вида."
            "Сайт открывают с телефона и при медленной связи, поэтому для каждого вида файлов есть предел. Разделите текст или сохраните уменьшенную копию картинки."
        ky "Файл өз түрүнүн чегинен чоң."
            "Окурмандар сайтты телефондон жана жай байланышта ачат, ошондуктан файлдын ар бир түрүнүн чеги бар. Текстти бөлүңүз же сүрөттүн кичирейтилген көчүрмөсүн сактаңыз."
    }
    SourceSymlinkOutside {
        en "A symbolic link shows a file that really lies elsewhere on this machine. Copied to a stick or another computer, the site would lack it. Put the file itself in its place."
        ru "Символическая ссылка ведёт за пределы сайта."
            "Она показывает файл, который на самом деле лежит в другом месте этого компьютера. На флешке или другом компьютере его не будет. Положите на место ссылки сам файл."
        ky "Символдук шилтеме сайттан сыртка алып барат."
            "Ал чындыгында бул компьютердин башка жеринде жаткан файлды көрсөтөт. Флешкада же башка компьютерде ал болбойт. Шилтеменин ордуна файлдын өзүн салыңыз."
    }
    SourceSymlinkLoop {
        en "The link leads to a folder that it lies in itself, so the files in it have no end. Remove the link."
        ru "Символические ссылки ведут по кругу."
            "Ссылка ведёт в папку, в которой лежит сама, и файлам в ней нет конца. Удалите ссылку."
        ky "Символдук шилтемелер айланып кайра келет."
            "Шилтеме өзү жаткан папкага алып барат, андагы файлдардын аягы жок. Шилтемени өчүрүңүз."
    }
    SourceNotWhole {
        en "The program that wrote the file was interrupted: the disk was full, the stick was pulled out, the power went. What is missing is gone, so take the copy from before or save it again."
        ru "Файл сохранён не полностью: он пуст, обрывается на середине буквы или состоит из нулей."
            "Программа, писавшая файл, была прервана: кончилось место, вынули флешку, пропал ток. Недостающего уже нет; возьмите прежнюю копию или сохраните заново."
        ky "Файл толук сакталган эмес: бош, тамганын ортосунда үзүлөт же нөлдөрдөн турат."
            "Файлды жазган программа үзүлүп калган: орун бүткөн, флешка сууруп алынган, ток өчкөн. Жетпегени жок болду; мурунку көчүрмөсүн алыңыз же кайра сактаңыз."
    }
    SourceConflict {
        en "Two people changed the same lines, and version control left both versions with marks between them. Readers would see both and the marks. Keep the right lines, remove the rest."
        ru "Система контроля версий оставила в файле две версии строк."
            "Двое изменили одни и те же строки, и остались обе версии с пометками между ними. Читатель увидел бы и то, и другое. Оставьте верные строки, остальное уберите."
        ky "Нускаларды башкаруу системасы файлда саптардын эки нускасын калтырган."
            "Эки адам бир эле саптарды өзгөрткөн, эки нускасы тең белгилери менен калган. Окурман экөөнү тең көрмөк. Туура саптарды калтырып, калганын алып салыңыз."
    }
    SourceNoLanguage {
        en "The language of a page is the end of its file's name. Without it nobody knows in which language to show it and which page is its translation."
        ru "По имени файла страницы не видно, на каком она языке."
            "Язык страницы — это конец имени её файла. Без него неизвестно, на каком языке её показывать и какая страница её перевод."
        ky "Барактын файлынын атынан анын тили билинбейт."
            "Барактын тили — анын файл атынын аягы. Ансыз аны кайсы тилде көрсөтүү жана кайсы барак анын котормосу экени белгисиз."
        Part "handbook/study.md"
            => "handbook/study.ky.md"
    }
    SourceUnlisted {
        en "Only folders that `publications` of site.yaml names become part of the site. What lies in this one is not shown anywhere."
        ru "Папка не относится ни к одной публикации site.yaml, поэтому из неё ничего не создаётся."
            "Частью сайта становятся только папки, названные в `publications` файла site.yaml. То, что лежит в этой, нигде не показывается."
        ky "Папка site.yaml файлындагы бир да басылмага кирбейт, ошондуктан андан эч нерсе түзүлбөйт."
            "Сайттын бөлүгү site.yaml файлынын `publications` тизмесинде аталган папкалар гана болот. Бул папкадагы эч жерде көрсөтүлбөйт."
    }
    SourceUnused {
        en "Files beside pages are published when a page shows or links to them. This one is not; perhaps its link was forgotten, or it is left over."
        ru "Ни одна страница не берёт этот файл, поэтому он не публикуется."
            "Файлы рядом со страницами публикуются, если страница их показывает или даёт на них ссылку. Этот — нет: забыли ссылку или файл лишний."
        ky "Бул файлды бир да барак колдонбойт, ошондуктан ал жарыяланбайт."
            "Барактардын жанындагы файлдар барак аларды көрсөтсө же шилтеме берсе жарыяланат. Бул андай эмес: шилтеме унутулган же файл ашыкча."
    }
    FileActive {
        en "A file such as an HTML page can run a program in the reader's browser, or ask other hosts and so tell them who reads. Make it a page of the site or a PDF. If you know what it runs, name it under `trusted`."
        ru "Браузер запустил бы то, что есть в публикуемом файле, или обратился бы к другим серверам."
            "Файл вроде HTML может запустить программу в браузере читателя или сообщить другим серверам, кто читает. Сделайте его страницей сайта или PDF. Если вы знаете, что он запускает, назовите его в `trusted`."
        ky "Браузер жарыяланган файлдын ичиндегини иштетип же башка серверлерге кайрылып калмак."
            "HTML сыяктуу файл окурмандын браузеринде программа иштетип же ким окуганын башка серверлерге айтып коюшу мүмкүн. Аны сайттын барагы же PDF кылыңыз. Эмнени иштетерин билсеңиз, `trusted` тизмесинде атаңыз."
    }
    FileFormula {
        en "A cell that begins with =, +, - or @ is computed when somebody opens the table in Excel, and can do harm there. It is published with an apostrophe before it, which a spreadsheet does not show."
        ru "Табличный редактор стал бы вычислять ячейки публикуемой таблицы; они публикуются как тексты."
            "Ячейку, которая начинается с =, +, - или @, Excel вычисляет при открытии, и это может навредить. Она публикуется с апострофом впереди, которого редактор не показывает."
        ky "Жарыяланган таблицанын уячаларын таблица редактору эсептеп кетмек; алар текст катары жарыяланат."
            "=, +, - же @ менен башталган уячаны Excel ачылганда эсептейт, бул зыян келтириши мүмкүн. Ал алдында апостроф менен жарыяланат, аны редактор көрсөтпөйт."
        Part "Ибраимова,=2+3"
            => "Ибраимова,'=2+3"
    }
    AddressNotAscii {
        en "The name of a file becomes part of the page's address, and addresses with Kyrgyz letters or spaces break when they are copied into a message or onto a stick. Use Latin letters, digits, - and _."
        ru "В имени файла есть знаки, которых не может быть в адресе."
            "Имя файла становится частью адреса страницы, а адреса с кириллицей или пробелами ломаются, когда их пересылают или копируют на флешку. Берите латинские буквы, цифры, - и _."
        ky "Файлдын атында даректе болбой турган белгилер бар."
            "Файлдын аты барактын дарегинин бөлүгү болот, ал эми кирилл тамгасы же боштугу бар даректер жөнөтүлгөндө же флешкага көчүрүлгөндө бузулат. Латын тамгаларын, цифраларды, - жана _ колдонуңуз."
        Part "окуу жайы.ky.md"
            => "okuu-jaiy.ky.md"
    }
    AddressReserved {
        en "Windows keeps some names for devices and cannot open files of that name, and a path that is too long cannot be copied to a stick. A teacher with an old computer would not see the page."
        ru "Имя файла занято в Windows, или путь слишком длинный для флешки."
            "Некоторые имена Windows держит для устройств и таких файлов не открывает, а слишком длинный путь не копируется на флешку. Учитель со старым компьютером не увидел бы страницу."
        ky "Файлдын аты Windows'то ээленген же жол флешка үчүн өтө узун."
            "Windows айрым аттарды түзмөктөр үчүн кармап, андай файлдарды ачпайт, ал эми өтө узун жол флешкага көчүрүлбөйт. Эски компьютери бар мугалим баракты көрбөй калмак."
        Part "con.ky.md"
            => "contact.ky.md"
    }
    AddressCase {
        en "Windows and most sticks do not tell capital letters from small ones: one of the two files would replace the other. Write all names in small letters."
        ru "Два адреса отличаются только прописными буквами и в Windows совпадают."
            "Windows и большинство флешек не различают прописные и строчные буквы: один из файлов заменил бы другой. Пишите все имена строчными."
        ky "Эки дарек баш тамгалары менен гана айырмаланат, Windows'то алар бирдей."
            "Windows жана көпчүлүк флешкалар баш тамга менен кичине тамганы айырмалабайт: файлдардын бири экинчисин алмаштырып койот. Бардык аттарды кичине тамга менен жазыңыз."
        Part "Study.ky.md, study.ru.md"
            => "study.ky.md, study.ru.md"
    }
    AddressDuplicate {
        en "Two things would lie at the same address, so a reader could get only one of them. Rename one."
        ru "Два файла, или файл и страница самой программы, претендуют на один адрес."
            "По одному адресу лежали бы две вещи, и читатель получил бы только одну. Переименуйте одну из них."
        ky "Эки файл же файл менен программанын өз барагы бир эле даректи талашат."
            "Бир даректе эки нерсе жатып калмак, окурман бирин гана алмак. Биринин атын өзгөртүңүз."
    }
    YamlSyntax {
        en "YAML is read by its colons, spaces and quotes; where one is missing or too many, nothing after it can be understood, and the page cannot be made. The message names the line and usually how it should read."
        ru "YAML нельзя прочитать."
            "YAML читается по двоеточиям, пробелам и кавычкам; если чего-то не хватает или что-то лишнее, дальше ничего не понять, и страницу не создать. В сообщении названа строка и обычно сказано, как она должна выглядеть."
        ky "YAML окулбайт."
            "YAML кош чекит, боштук жана тырмакча боюнча окулат; бир нерсе жетпесе же ашык болсо, андан аркысы түшүнүксүз болуп, барак түзүлбөйт. Билдирүүдө сап аталат жана адатта анын кандай жазылышы айтылат."
        Part "title: Кесип: ашпозчу"
            => "title: \"Кесип: ашпозчу\""
    }
    YamlCutText {
        en "In YAML a # after a space begins a remark that nobody reads. «Класс #5» would be shown as «Класс». Put the whole text into quotes."
        ru "Текст в YAML кончается на знаке #, который должен был быть его частью."
            "В YAML знак # после пробела начинает примечание, которого никто не видит. «Класс #5» показался бы как «Класс». Возьмите весь текст в кавычки."
        ky "YAML'дагы текст анын бөлүгү болушу керек болгон # белгисинде бүтөт."
            "YAML'да боштуктан кийинки # эч ким окубаган эскертүүнү баштайт. «Класс #5» баракта «Класс» болуп көрүнмөк. Бүт текстти тырмакчага алыңыз."
        Part "title: Класс #5"
            => "title: \"Класс #5\""
    }
    YamlTooComplex {
        en "Values that stand in one another too deep, or repeat each other again and again, are no text that a person wrote; reading them would take the machine's memory. Write the values out."
        ru "Значения YAML вложены или повторяются сверх предела."
            "Так глубоко вложенные или повторяющие друг друга значения человек не пишет; их чтение заняло бы всю память. Напишите значения полностью."
        ky "YAML маанилери чектен ашык салынган же кайталанган."
            "Мынча терең салынган же бири-бирин кайталаган маанилерди адам жазбайт; аларды окуу компьютердин эсин бүт алмак. Маанилерди толук жазыңыз."
    }
    YamlDuplicateKey {
        en "Of two values under one key only one could count, and it would be chance which. Keep the right one."
        ru "Ключ стоит в одном месте дважды."
            "Из двух значений одного ключа годилось бы только одно, и какое — дело случая. Оставьте верное."
        ky "Бир жерде ачкыч эки жолу турат."
            "Бир ачкычтын эки маанисинин бири гана эсепке алынмак, кайсынысы — кокустук. Туурасын калтырыңыз."
        Part "order: 1\norder: 2"
            => "order: 2"
    }
    YamlUnknownKey {
        en "A misspelt key would be passed over, and what you wrote under it never shown. So every key must be one that is known in this place. Latin and Kyrgyz letters that look alike are told apart."
        ru "Ключ здесь ничего не значит; часто это опечатка."
            "Ключ с опечаткой был бы пропущен, и написанное под ним никто бы не увидел. Поэтому каждый ключ должен быть из известных в этом месте. Похожие латинские и кириллические буквы различаются."
        ky "Ачкыч бул жерде эч нерсени билдирбейт; көбүнчө бул жазуудагы ката."
            "Ката жазылган ачкыч өткөрүлүп, анын астына жазганыңызды эч ким көрмөк эмес. Ошондуктан ар бир ачкыч бул жерде белгилүү болушу керек. Окшош латын жана кирилл тамгалары айырмаланат."
        Page "---\ntitel: Окуу\ntitle: Окуу\n---\nТекст."
            => "---\ntitle: Окуу\n---\nТекст."
    }
    YamlMissingKey {
        en "Without this key the page would have a gap: a title, a date, a place of study. Add the line that the message shows."
        ru "Нет обязательного ключа."
            "Без него на странице была бы дыра: нет названия, даты, места учёбы. Добавьте строку, которую показывает сообщение."
        ky "Милдеттүү ачкыч жок."
            "Ансыз баракта боштук калмак: аталышы, датасы, окуу жайы жок. Билдирүү көрсөткөн сапты кошуңуз."
        Page "---\norder: 1\n---\nТекст."
            => "---\ntitle: Окуу\norder: 1\n---\nТекст."
    }
    YamlWrongType {
        en "In this place a text, a number, a list or keys are expected, and something else stands there. A number that is meant as a text stands in quotes; each item of a list after a hyphen."
        ru "Значение не того вида."
            "Здесь нужен текст, число, список или ключи, а стоит другое. Число, которое должно быть текстом, берут в кавычки; каждый пункт списка пишут после дефиса."
        ky "Маани башка түрдө."
            "Бул жерде текст, сан, тизме же ачкычтар керек, бирок башка нерсе турат. Текст болушу керек болгон сан тырмакчага алынат; тизменин ар бир пункту дефистен кийин жазылат."
        Page "---\ntitle: Окуу\norder: биринчи\n---\nТекст."
            => "---\ntitle: Окуу\norder: 1\n---\nТекст."
    }
    YamlBadValue {
        en "The value is of the right kind, but not one of those that mean something here: a date that does not exist, a word that is not in the list. The message names what is allowed."
        ru "Значение нужного вида, но такое здесь не допускается."
            "Вид верный, но такого значения здесь нет: дата, которой не бывает, или слово не из списка. Сообщение называет, что можно."
        ky "Маани туура түрдө, бирок мындайы бул жерде болбойт."
            "Түрү туура, бирок мындай маани бул жерде жок: болбогон дата же тизмеде жок сөз. Эмнелер болорун билдирүү атайт."
        Page "---\ntitle: Окуу\naudience: [pupils]\n---\nТекст."
            => "---\ntitle: Окуу\naudience: [pupil]\n---\nТекст."
    }
    PageFrontMatterOpen {
        en "The lines about a page stand between two lines ---. Without the second one the whole text would be read as keys, and the page would be empty."
        ru "Шапка открыта строкой ---, но не закрыта."
            "Сведения о странице стоят между двумя строками ---. Без второй весь текст читался бы как ключи, и страница была бы пустой."
        ky "Баштапкы маалымат --- сабы менен ачылып, жабылган эмес."
            "Барак тууралуу маалымат эки --- сабынын ортосунда турат. Экинчиси жок болсо, бүт текст ачкыч катары окулуп, барак бош калмак."
        Page "---\ntitle: Окуу\n\nТекст."
            => "---\ntitle: Окуу\n---\nТекст."
    }
    PageNoFrontMatter {
        en "A page begins with three lines that say its title. Without a title it has no place in lists, menus and the search."
        ru "Страница не начинается с шапки."
            "Страница начинается с трёх строк, в которых сказано её название. Без названия её нет в списках, меню и поиске."
        ky "Барак баштапкы маалыматтан башталбайт."
            "Барак анын аталышы айтылган үч саптан башталат. Аталышы жок барак тизмелерде, менюда жана издөөдө көрүнбөйт."
        Page "Текст."
            => "---\ntitle: Окуу\n---\nТекст."
    }
    PageNoAudience {
        en "Other pages of the site say for whom they are, and readers choose by that. This one appears in no such choice."
        ru "Страница не говорит, для кого она, хотя другие говорят."
            "Другие страницы сайта говорят, для кого они, и читатели по этому выбирают. Эта в таком выборе не появится."
        ky "Барак ким үчүн экенин айтпайт, башкалар айтса да."
            "Сайттын башка барактары ким үчүн экенин айтат, окурмандар ошол боюнча тандайт. Бул барак андай тандоодо чыкпайт."
        Part "title: Окуу"
            => "title: Окуу\naudience: [pupil, parent]"
    }
    PageUntranslated {
        en "Readers of that language are shown the page in another one, with a sign. Write the file that the message names when there is a translation."
        ru "Страница не переведена на один из языков сайта."
            "Читателям этого языка она показывается на другом, с пометкой. Когда будет перевод, создайте файл, который называет сообщение."
        ky "Барак сайттын бир тилине которулган эмес."
            "Ал тилдин окурмандарына ал башка тилде, белгиси менен көрсөтүлөт. Котормо болгондо билдирүү атаган файлды жазыңыз."
    }
    PageTwiceTitled {
        en "The `title` is the heading of the page. A second one of the first level would stand twice on the screen and confuse those who have the page read to them. Write ## instead."
        ru "В тексте стоит заголовок первого уровня, хотя им уже служит title."
            "`title` и есть заголовок страницы. Второй такой же стоял бы на экране дважды и мешал бы тем, кому страницу читает программа. Пишите ##."
        ky "Текстте биринчи деңгээлдеги аталыш турат, ал эми title эле ошол."
            "`title` — барактын аталышы. Экинчиси экранда эки жолу турмак жана баракты программа окуп берген адамдарды чаташтырмак. ## деп жазыңыз."
        Page "---\ntitle: Окуу\n---\n# Окуу\n\nТекст."
            => "---\ntitle: Окуу\n---\n## Качан\n\nТекст."
    }
    PageNotAlike {
        en "The two languages of a page should tell the same. Where one has a heading, table or picture that the other lacks, some readers know less than others. Compare the two."
        ru "Версии страницы на двух языках отличаются заголовками, таблицами или картинками."
            "На двух языках страница должна говорить одно и то же. Если в одной есть заголовок, таблица или картинка, которых нет в другой, часть читателей знает меньше. Сравните их."
        ky "Барактын эки тилдеги нускалары аталыштары, таблицалары же сүрөттөрү боюнча айырмаланат."
            "Барак эки тилде бир эле нерсени айтышы керек. Биринде бар аталыш, таблица же сүрөт экинчисинде жок болсо, айрым окурмандар азыраак билип калат. Экөөнү салыштырыңыз."
    }
    ChapterUntitled {
        en "A folder of pages is a chapter, and its title stands on the page `index` in it. Without that page the chapter is shown under the name of its folder, in Latin letters."
        ru "У папки главы нет страницы index, поэтому её название взято из имени."
            "Папка со страницами — это глава, а её название стоит на странице `index` в ней. Без неё глава показывается под именем папки, латинскими буквами."
        ky "Бөлүмдүн папкасында index барагы жок, ошондуктан аталышы папканын атынан алынган."
            "Барактары бар папка — бул бөлүм, анын аталышы андагы `index` барагында турат. Ансыз бөлүм папканын аты менен, латын тамгалары менен көрсөтүлөт."
    }
    SearchIndex {
        en "The pages could be made, but not the index that the search box looks into. Usually the machine is short of memory or room."
        ru "Указатель для поиска не удалось создать."
            "Страницы создать можно, а указатель, по которому ищет строка поиска, — нет. Обычно не хватает памяти или места на диске."
        ky "Издөө көрсөткүчү түзүлбөй калды."
            "Барактар түзүлөт, ал эми издөө сабы караган көрсөткүч түзүлбөйт. Адатта эс же дисктеги орун жетпейт."
    }
    SearchMissing {
        en "The command looks into a built site. Build it first, or name its folder with --out."
        ru "В папке нет указателя для поиска на этом языке."
            "Команда ищет в собранном сайте. Сначала соберите его или назовите его папку через --out."
        ky "Папкада бул тилдеги издөө көрсөткүчү жок."
            "Буйрук даяр сайттан издейт. Адегенде аны түзүңүз же анын папкасын --out аркылуу атаңыз."
    }
    SearchUnknown {
        en "You asked for one kind of page or one publication only, and the built site has none of that name. The message lists those that it has."
        ru "Такого вида страниц или такой публикации в собранном сайте нет."
            "Вы просили искать только среди одного вида страниц или в одной публикации, а таких нет. Сообщение перечисляет те, что есть."
        ky "Даяр сайтта мындай барак түрү же басылма жок."
            "Сиз барактардын бир түрүнөн же бир басылмадан гана издөөнү сурадыңыз, андайы жок. Барларын билдирүү санап берет."
    }
    SearchDamaged {
        en "A file of the search was cut off or changed when the site was copied. Pages still open, but the search box would find nothing. Copy the site again, or build it again."
        ru "Файла указателя для поиска нет, или он повреждён."
            "Файл поиска оборвался или изменился, когда сайт копировали. Страницы открываются, но поиск ничего бы не нашёл. Скопируйте сайт ещё раз или соберите заново."
        ky "Издөө көрсөткүчүнүн файлы жок же бузулган."
            "Сайт көчүрүлгөндө издөөнүн файлы үзүлүп же өзгөрүп калган. Барактар ачылат, бирок издөө эч нерсе таппайт. Сайтты кайра көчүрүңүз же кайра түзүңүз."
    }
    DraftIncomplete {
        en "A file with `draft: true` may lack things while you write. Before it is published, what the message names must be there."
        ru "Черновику не хватает того, без чего его нельзя опубликовать."
            "В файле с `draft: true` чего-то может не быть, пока вы пишете. До публикации должно появиться то, что называет сообщение."
        ky "Черновикте ансыз жарыялоого болбой турган нерсе жетпейт."
            "`draft: true` сабы бар файлда жазып жатканда бир нерсе жок болушу мүмкүн. Жарыялоого чейин билдирүү атаган нерсе болушу керек."
    }
    DraftLeftOut {
        en "Pages and records with `draft: true` are not part of the built site. `bagyt serve` shows them with a mark."
        ru "Файл — черновик, из него ничего не создаётся."
            "Страницы и записи с `draft: true` в собранный сайт не входят. `bagyt serve` показывает их с пометкой."
        ky "Файл — черновик, андан эч нерсе түзүлбөйт."
            "`draft: true` сабы бар барактар жана жазуулар даяр сайтка кирбейт. `bagyt serve` аларды белгиси менен көрсөтөт."
    }
    TextMissingLanguage {
        en "A reader of that language would find nothing in this place. Write the text under the code of the language."
        ru "Обязательного текста нет на одном из языков."
            "Читатель этого языка ничего бы здесь не нашёл. Напишите текст под кодом языка."
        ky "Милдеттүү текст бир тилде жок."
            "Ал тилдин окурманы бул жерден эч нерсе таппай калмак. Текстти тилдин кодунун астына жазыңыз."
        Part "title: {ky: Ашпозчу}"
            => "title: {ky: Ашпозчу, ru: Повар}"
    }
    TextTooDeep {
        en "Quotations in lists in quotations, more than thirty deep, come from a mistake in copying; no screen can show them. Divide the text, or remove what opens them."
        ru "Части текста вложены друг в друга глубже предела, или слишком много тегов не закрыто."
            "Цитаты в списках в цитатах, больше тридцати уровней, бывают от ошибки при копировании; ни один экран их не покажет. Разделите текст или уберите то, что их открывает."
        ky "Тексттин бөлүктөрү бири-биринин ичинде чектен терең турат же өтө көп тег жабылган эмес."
            "Отуздан ашык деңгээлдеги цитата, тизмелер көчүрүүдөгү катадан болот; аларды бир да экран көрсөтө албайт. Текстти бөлүңүз же аларды ачкан белгилерди алып салыңыз."
    }
    TextTooMany {
        en "One page with tens of thousands of paragraphs or cells does not open on a phone. Divide it into several."
        ru "В тексте больше абзацев, ячеек, ссылок и выделений, чем может показать страница."
            "Одна страница с десятками тысяч абзацев или ячеек на телефоне не откроется. Разделите её на несколько."
        ky "Текстте барак көрсөтө алгандан көп абзац, уяча, шилтеме жана бөлүп көрсөтүү бар."
            "Он миңдеген абзацы же уячасы бар бир барак телефондо ачылбайт. Аны бир нечеге бөлүңүз."
    }
    TextTooLong {
        en "The text stands in a small place, such as a card in a list, and is longer than that. Readers see its beginning only, or a card larger than the others. Shorten it."
        ru "Текст длиннее места, где он показывается."
            "Он стоит в небольшом месте, например на карточке в списке, и туда не помещается. Читатель видит только начало или карточку больше других. Сократите его."
        ky "Текст көрсөтүлчү жеринен узун."
            "Ал чакан жерде, мисалы тизмедеги карточкада турат, бирок батпайт. Окурман башын гана же башкалардан чоң карточканы көрөт. Аны кыскартыңыз."
    }
    RecordUnknownType {
        en "The line `type:` says what a record is, and so which keys it has and which page it becomes. Without it, or with a word that is not known, nothing can be made of the file."
        ru "Файл YAML не говорит, записью какого известного вида он является."
            "Строка `type:` говорит, что это за запись, а значит, какие у неё ключи и какой страницей она станет. Без неё из файла ничего не сделать."
        ky "YAML файлы белгилүү түрдөгү кайсы жазуу экенин айтпайт."
            "`type:` сабы бул кандай жазуу экенин, демек кайсы ачкычтары бар экенин жана кайсы барак болорун айтат. Ансыз файлдан эч нерсе түзүлбөйт."
        Part "type: proffesion"
            => "type: profession"
    }
    RecordUnknownId {
        en "The record names another one by its id, and there is none of that name. Readers would miss the link. Often it is a misspelling; else add the other record first."
        ru "Запись ссылается на id, которого нет."
            "Она называет другую запись по id, а такой нет, и читатель не получил бы ссылки. Часто это опечатка; иначе сначала добавьте ту запись."
        ky "Жазуу жок id'ге шилтеме кылат."
            "Ал башка жазууну id'си боюнча атайт, бирок андайы жок, окурман шилтемесиз калмак. Көбүнчө бул жазуудагы ката; болбосо адегенде ошол жазууну кошуңуз."
        Part "field: constructon"
            => "field: construction"
    }
    RecordDuplicateId {
        en "Others refer to a record by its id; with two of one id nobody knows which is meant. Give one of them another."
        ru "Один id дан дважды."
            "На запись ссылаются по её id; если таких две, неизвестно, о какой речь. Дайте одной из них другой."
        ky "Бир id эки жолу берилген."
            "Жазууга id'си боюнча шилтеме кылышат; андай экөө болсо, кайсынысы айтылганы белгисиз. Бирине башкасын бериңиз."
    }
    RecordTooMany {
        en "A figure with hundreds of boxes, or a list of hundreds of names, can be followed by nobody. Divide it."
        ru "В списке больше пунктов, чем вмещают рисунок, поиск или сайт."
            "Рисунок из сотен блоков или список из сотен названий никто не поймёт. Разделите его."
        ky "Тизмеде сүрөт, издөө же сайт сыйдыра алгандан көп пункт бар."
            "Жүздөгөн блоктуу сүрөттү же жүздөгөн аталыштуу тизмени эч ким түшүнбөйт. Аны бөлүңүз."
    }
    RecordWrongNumber {
        en "Pages of one type are compared with each other, so each list has about the same number of items. Add or take away some."
        ru "В списке записи меньше или больше пунктов, чем для него есть места на странице."
            "Страницы одного вида сравнивают между собой, поэтому в каждом списке примерно одинаковое число пунктов. Добавьте или уберите несколько."
        ky "Жазуунун тизмесинде барактагы ордуна караганда аз же көп пункт бар."
            "Бир түрдөгү барактар салыштырылат, ошондуктан ар бир тизмеде болжол менен бирдей сандагы пункт болот. Бир нечесин кошуңуз же алып салыңыз."
    }
    ClaimNoSource {
        en "Readers choose a profession by what the site says of pay and demand. A fact without its source cannot be checked, so it is not published."
        ru "Утверждение приведено без источника."
            "По тому, что сайт говорит о заработке и спросе, выбирают профессию. Факт без источника нельзя проверить, поэтому он не публикуется."
        ky "Факт булагы жок берилген."
            "Сайт эмгек акы жана суроо-талап тууралуу айтканы боюнча кесип тандашат. Булагы жок фактыны текшерүүгө болбойт, ошондуктан ал жарыяланбайт."
        Part "pay: {from: 30000, to: 50000, year: 2026}"
            => "pay: {from: 30000, to: 50000, year: 2026, source: stat-2026}"
    }
    ClaimOutdated {
        en "A source may have changed or gone since somebody last looked. See whether it still says so, and write the day."
        ru "Источник не проверялся двенадцать месяцев."
            "С тех пор он мог измениться или исчезнуть. Посмотрите, сказано ли там это по-прежнему, и напишите день."
        ky "Булак он эки айдан бери текшерилген эмес."
            "Андан бери ал өзгөрүп же жоголуп кетиши мүмкүн. Ал жерде дагы эле ошондой айтылганын карап, күндү жазыңыз."
        Part "checked_on: 2025-03-02"
            => "checked_on: 2026-11-21"
    }
    ProfessionIncomplete {
        en "Each profession is described in the same parts, so that pupils can compare them. The message names those that this one lacks."
        ru "В описании профессии не хватает частей."
            "Все профессии описаны одними и теми же частями, чтобы их можно было сравнивать. Сообщение называет те, которых здесь нет."
        ky "Кесиптин сүрөттөмөсүндө бөлүктөр жетпейт."
            "Окуучулар салыштыра алышы үчүн бардык кесиптер бирдей бөлүктөр менен сүрөттөлөт. Бул жерде жок бөлүктөрдү билдирүү атайт."
    }
    ProfessionFlatInterests {
        en "The finder compares a pupil's interests with those of a profession. If all six are nearly alike, the profession fits everybody and nobody. Let those that matter stand out."
        ru "Интересы профессии почти одинаковы и ни о чём не говорят."
            "Подбор сравнивает интересы ученика с интересами профессии. Если все шесть почти равны, она подходит всем и никому. Выделите те, что важны."
        ky "Кесиптин кызыгуулары дээрлик бирдей, ошондуктан эч нерсени билдирбейт."
            "Тандоо окуучунун кызыгууларын кесиптики менен салыштырат. Алтоо тең дээрлик бирдей болсо, кесип баарына туура келип, эч кимге туура келбейт. Маанилүүлөрүн бөлүп көрсөтүңүз."
        Part "interests: {r: 50, i: 50, a: 50, s: 50, e: 50, c: 50}"
            => "interests: {r: 80, i: 40, a: 10, s: 30, e: 20, c: 50}"
    }
    ProfessionUnlinked {
        en "Readers find a profession through others that are like it. To this one nothing leads but the list of all."
        ru "К профессии не ведёт ни одна другая профессия и ни одна страница."
            "Читатели приходят к профессии через похожие. К этой не ведёт ничего, кроме общего списка."
        ky "Кесипке башка бир да кесип жана бир да барак алып барбайт."
            "Окурмандар кесипке окшоштору аркылуу келишет. Буга жалпы тизмеден башка эч нерсе алып барбайт."
    }
    ProfessionClosedSchool {
        en "A pupil would apply to a school that no longer exists under that name. Name its successor, if the profession is taught there, or another."
        ru "Профессия называет место учёбы, которого под этим именем больше нет."
            "Ученик подал бы документы туда, чего уже нет. Назовите преемника, если профессии учат там, или другое место."
        ky "Кесип ал ат менен мындан ары жок окуу жайын атайт."
            "Окуучу жок жайга документ тапшырып калмак. Кесип ал жерде үйрөтүлсө, мураскорун атаңыз, болбосо башкасын."
    }
    TermAmbiguous {
        en "Words of the glossary become links in texts. A word that two terms share can lead to one of them only, and that may be the wrong one."
        ru "У двух терминов словаря одно название, и текст может вести только к одному."
            "Слова словаря становятся в текстах ссылками. Общее слово двух терминов ведёт к одному из них, возможно, не к тому."
        ky "Сөздүктүн эки термининин аталышы бирдей, текст бирине гана алып бара алат."
            "Сөздүктүн сөздөрү тексттерде шилтеме болот. Эки терминге орток сөз бирине гана алып барат, балким, керексизине."
    }
    LessonMinutes {
        en "A teacher plans by these minutes. The parts together take more or less than the lesson is said to take."
        ru "Части урока в сумме не дают его минут."
            "Учитель планирует по этим минутам, а части вместе занимают больше или меньше, чем сказано об уроке."
        ky "Сабактын бөлүктөрү анын мүнөттөрүнө барабар эмес."
            "Мугалим ушул мүнөттөр боюнча пландайт, ал эми бөлүктөр чогуусу менен айтылгандан көп же аз убакыт алат."
    }
    LessonIncomplete {
        en "A teacher takes the lesson as it is and needs all its parts: aims, materials, course, worksheet. The message names those that are missing."
        ru "В описании урока не хватает частей."
            "Учитель берёт урок как есть, и ему нужны все части: цели, материалы, ход, рабочий лист. Сообщение называет недостающие."
        ky "Сабактын сүрөттөмөсүндө бөлүктөр жетпейт."
            "Мугалим сабакты кандай болсо ошондой алат, ага бардык бөлүктөрү керек: максат, материал, жүрүшү, иш барагы. Жетпегендерин билдирүү атайт."
    }
    TaskIncomplete {
        en "A reader comes with a task and needs all of it at once: for whom it is, how long it takes, what is needed, the steps. The message names what is missing."
        ru "В описании дела не хватает частей."
            "Читатель приходит с делом, и ему сразу нужно всё: для кого оно, сколько займёт, что понадобится, какие шаги. Сообщение называет недостающее."
        ky "Иштин сүрөттөмөсүндө бөлүктөр жетпейт."
            "Окурман иши менен келет, ага баары дароо керек: ким үчүн, канча убакыт, эмне даяр болсун, кандай кадамдар. Жетпегендерин билдирүү атайт."
    }
    TaskNoDocument {
        en "Under `documents` of a task stands what readers take away as a file. A page that is only there to be read has none, and its button would lead nowhere."
        ru "Дело предлагает взять с собой страницу, у которой нет ни файла Word, ни другого файла."
            "Под `documents` стоит то, что читатель уносит файлом. У страницы для чтения файла нет, и кнопка никуда бы не вела."
        ky "Иш ала кетүүгө сунуштаган барактын Word файлы да, башка файлы да жок."
            "`documents` астында окурман файл кылып ала кете турган нерселер турат. Окуй турган барактын файлы жок, баскыч эч жакка алып бармак эмес."
    }
    LinkUnknownPage {
        en "A reader who follows the link would get the page «not found». Check the path: it goes from the folder of the file in which the link stands."
        ru "Ссылка ведёт на страницу или запись, которой нет."
            "Кто по ней перейдёт, увидит «страница не найдена». Проверьте путь: он отсчитывается от папки файла, в котором стоит ссылка."
        ky "Шилтеме жок баракка же жазууга алып барат."
            "Аны баскан окурман «барак табылган жок» дегенди көрмөк. Жолду текшериңиз: ал шилтеме турган файлдын папкасынан эсептелет."
        Page "[Окуу](missing.ky.md)"
            => "[Башкы барак](a.ky.md)"
    }
    LinkUnknownAnchor {
        en "What follows # in a link is the id of a heading. Without such a heading the reader lands at the top of the page and has to look for the place."
        ru "Ссылка ведёт к заголовку, которого нет."
            "После # в ссылке стоит id заголовка. Если такого нет, читатель попадёт в начало страницы и будет искать место сам."
        ky "Шилтеме жок аталышка алып барат."
            "Шилтемедеги # белгисинен кийин аталыштын id'си турат. Андайы жок болсо, окурман барактын башына түшүп, жерин өзү издейт."
        Page "[Качан](#kachan)\n\n## Кайда"
            => "[Кайда](#kaida)\n\n## Кайда {#kaida}"
    }
    LinkUnknownFile {
        en "The file that the link offers is not there: its name is written otherwise, or it was not copied. Capital letters count."
        ru "Ссылка ведёт на файл, которого нет."
            "Файла, который она предлагает, нет: имя написано иначе или его не скопировали. Прописные буквы важны."
        ky "Шилтеме жок файлга алып барат."
            "Ал сунуштаган файл жок: аты башкача жазылган же көчүрүлгөн эмес. Баш тамганын мааниси бар."
    }
    LinkDraft {
        en "What is linked to is not published yet, so the words of the link stay as plain text. Publish it, or take the link out."
        ru "Ссылка или запись указывает на черновик, который не входит в сайт."
            "То, на что она ведёт, ещё не опубликовано, поэтому её слова остаются обычным текстом. Опубликуйте это или уберите ссылку."
        ky "Шилтеме же жазуу сайтка кирбеген черновикти көрсөтөт."
            "Ал алып барган нерсе али жарыяланган эмес, ошондуктан сөздөрү жөнөкөй текст бойдон калат. Аны жарыялаңыз же шилтемени алып салыңыз."
    }
    LinkNumber {
        en "`{n}` in the words of a link becomes the number of what it leads to. Only chapters of a publication with `numbered: true`, and figures and tables that a text shows, have one. Write the words without `{n}`."
        ru "Слова ссылки просят номер у того, у чего его нет."
            "`{n}` становится номером того, на что ведёт ссылка. Номер есть только у глав издания с `numbered: true` и у рисунков и таблиц, которые показаны в тексте. Напишите слова без `{n}`."
        ky "Шилтеменин сөздөрү номери жок нерсенин номерин сурайт."
            "`{n}` шилтеме алып барган нерсенин номерине айланат. Номери `numbered: true` деген басылманын бөлүмдөрүндө жана текстте көрсөтүлгөн сүрөт менен таблицаларда гана бар. Сөздөрдү `{n}` дебей жазыңыз."
    }
    LinkTypedNumber {
        en "The order of the files numbers chapters, so a typed number is wrong as soon as a chapter is added or moved. Write `{n}` for the number: `[see chapter {n}](school/index.md)`."
        ru "Номер главы набран в словах ссылки."
            "Главы нумерует порядок файлов, поэтому номер, набранный от руки, станет неверным, как только главу добавят или переставят. Напишите вместо номера `{n}`: `[главу {n}](school/index.ru.md)`."
        ky "Бөлүмдүн номери шилтеменин сөздөрүндө кол менен терилген."
            "Бөлүмдөрдү файлдардын тартиби номерлейт, ошондуктан бөлүм кошулса же жылдырылса, кол менен терилген номер туура эмес болуп калат. Номердин ордуна `{n}` деп жазыңыз: `[{n}-бөлүмдү](school/index.ky.md)`."
    }
    LinkMoved {
        en "The link works, by way of a page that leads on. Write the new address, so that the reader gets there at once."
        ru "Ссылка называет старый адрес страницы."
            "Она работает, но через промежуточную страницу. Напишите новый адрес, чтобы читатель попадал сразу."
        ky "Шилтеме барактын эски дарегин атайт."
            "Ал иштейт, бирок ортодогу барак аркылуу. Окурман дароо барышы үчүн жаңы даректи жазыңыз."
    }
    LinkOutside {
        en "The path climbs out of `content`, and nothing there is published. Put the file into `content`."
        ru "Ссылка ведёт из папки content наружу."
            "Путь выходит за пределы `content`, а оттуда ничего не публикуется. Положите файл в `content`."
        ky "Шилтеме content папкасынан сыртка алып барат."
            "Жол `content` чегинен чыгат, ал жактан эч нерсе жарыяланбайт. Файлды `content` папкасына салыңыз."
        Page "[План](../../plan.pdf)"
            => "[Сайт](https://example.kg/plan.pdf)"
    }
    LinkUnsafe {
        en "Such an address works on one computer only, leads nowhere from a USB stick, or runs something. Write a path relative to the file, or a whole address that begins with https://."
        ru "Адрес ссылки такого вида, какой сайту брать нельзя."
            "Он работает только на одном компьютере, с флешки никуда не ведёт или что-то запускает. Напишите путь от этого файла или полный адрес с https://."
        ky "Шилтеменин дареги сайт колдонбой турган түрдө."
            "Ал бир компьютерде гана иштейт, флешкадан эч кайда алып барбайт же бир нерсе иштетет. Бул файлдан баруучу жолду же https:// менен толук даректи жазыңыз."
        Page "[Сайт](/example)"
            => "[Сайт](https://example.kg)"
    }
    LinkUndefined {
        en "The address of such a link stands in a line of its own, and that line is missing. Readers see the brackets."
        ru "У ссылки с отдельным адресом нет строки с адресом, она остаётся обычным текстом."
            "Адрес такой ссылки стоит на отдельной строке, а её нет. Читатель видит скобки."
        ky "Дареги өзүнчө сапта турган шилтеменин ал сабы жок, ошондуктан ал жөнөкөй текст бойдон калат."
            "Мындай шилтеменин дареги өзүнчө сапта турат, бирок ал жок. Окурман кашааларды көрөт."
        Page "[Сайт][a]"
            => "[Сайт][a]\n\n[a]: https://example.kg"
    }
    LinkPlain {
        en "Something in the way it is written keeps it from being a link: a space in the address, or between the brackets. Readers see the signs and cannot click."
        ru "Ссылка или картинка написана так, что остаётся обычным текстом."
            "Что-то мешает: пробел в адресе или между скобками. Читатель видит знаки и нажать не может."
        ky "Шилтеме же сүрөт жөнөкөй текст бойдон калгандай жазылган."
            "Бир нерсе тоскоол болот: даректеги же кашаалардын ортосундагы боштук. Окурман белгилерди көрүп, баса албайт."
        Page "[Сайт] (https://example.kg)"
            => "[Сайт](https://example.kg)"
    }
    LinkUnused {
        en "The line gives an address to a name that no link uses. Perhaps the link was removed, or it is misspelt."
        ru "Строка задаёт ссылку, которой никто не пользуется, и не показывается."
            "Она даёт адрес имени, которого нет ни в одной ссылке. Возможно, ссылку убрали или в ней опечатка."
        ky "Сап эч нерсе колдонбогон шилтемени берет жана көрсөтүлбөйт."
            "Ал бир да шилтемеде жок атка дарек берет. Балким, шилтеме алынып салынган же анда ката бар."
        Page "Текст.\n\n[a]: https://example.kg"
            => "[Сайт][a]\n\n[a]: https://example.kg"
    }
    FootnoteUndefined {
        en "The mark asks for a footnote, and there is none. Readers see the brackets."
        ru "У знака сноски нет сноски, он остаётся обычным текстом."
            "Знак есть, а самой сноски нет. Читатель видит скобки."
        ky "Шилтеме-эскертүүнүн белгиси бар, өзү жок, ошондуктан ал жөнөкөй текст бойдон калат."
            "Белгиси бар, текстинин өзү жок. Окурман кашааларды көрөт."
        Page "Текст[^1]."
            => "Текст[^1].\n\n[^1]: Эскертүү."
    }
    HeadingPlain {
        en "Without a space after its marks, or with more than six of them, a line is no heading. It is missing from the contents of the page, and nobody can link to it."
        ru "Заголовок написан так, что остаётся обычным текстом."
            "Без пробела после знаков или с более чем шестью знаками строка не заголовок. Её нет в содержании страницы, и на неё нельзя сослаться."
        ky "Аталыш жөнөкөй текст бойдон калгандай жазылган."
            "Белгилерден кийин боштук жок же белгилер алтыдан көп болсо, сап аталыш болбойт. Ал барактын мазмунунда жок жана ага шилтеме берүүгө болбойт."
        Page "##Качан"
            => "## Качан"
    }
    ListPlain {
        en "Items that begin with • or run on after a line of text become one long paragraph. Begin each with a hyphen and a space, and put an empty line before the list."
        ru "Пункты списка написаны так, что остаются обычным текстом."
            "Пункты, которые начинаются с • или идут сразу за строкой текста, сливаются в один абзац. Начинайте каждый с дефиса и пробела, а перед списком оставьте пустую строку."
        ky "Тизменин пункттары жөнөкөй текст бойдон калгандай жазылган."
            "• менен башталган же тексттин сабынан дароо кийинки пункттар бир абзац болуп кетет. Ар бирин дефис жана боштук менен баштап, тизменин алдына бош сап коюңуз."
        Page "• бир\n• эки"
            => "- бир\n- эки"
    }
    EmphasisPlain {
        en "Stars or lines that were to make words stand out are seen as they are, since a space stands inside them or one of the two is missing."
        ru "Знаки выделения остаются в тексте."
            "Звёздочки или черты, которые должны были выделить слова, видны как есть: внутри стоит пробел или не хватает одной из двух."
        ky "Бөлүп көрсөтүү белгилери текстте калат."
            "Сөздөрдү бөлүп көрсөтүшү керек болгон жылдызчалар же сызыктар ошол бойдон көрүнөт: ичинде боштук турат же бири жетпейт."
        Page "** маанилүү **"
            => "**маанилүү**"
    }
    TablePlain {
        en "A table needs a head, a line of dashes under it, and an empty line before it. Otherwise readers see bars and dashes in a paragraph."
        ru "Таблица написана так, что остаётся обычным текстом."
            "Таблице нужны шапка, строка дефисов под ней и пустая строка перед ней. Иначе читатель видит черты и дефисы в абзаце."
        ky "Таблица жөнөкөй текст бойдон калгандай жазылган."
            "Таблицага башы, анын астында дефистерден турган сап жана алдында бош сап керек. Болбосо окурман абзацта сызыктар менен дефистерди көрөт."
        Page "| А | Б |\n| 1 | 2 |\n| 3 | 4 |"
            => "| А | Б |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"
    }
    TableCutRow {
        en "Cells beyond the columns of the head are dropped without a trace, and a bar inside code divides a cell. Something that was written is not shown."
        ru "В строке таблицы больше ячеек, чем в шапке, или черта разрывает то, что стоит в ячейке."
            "Ячейки сверх столбцов шапки пропадают без следа, а черта внутри кода делит ячейку. Написанное не показывается."
        ky "Таблицанын сабында башына караганда көп уяча бар же сызык уячадагыны бөлүп койгон."
            "Башындагы мамычалардан ашык уячалар изсиз жоголот, ал эми коддогу сызык уячаны бөлөт. Жазылган нерсе көрсөтүлбөйт."
        Page "| А | Б |\n|---|---|\n| 1 | 2 | 3 |"
            => "| А | Б |\n|---|---|\n| 1 | 2 |"
    }
    CodeUnclosed {
        en "Everything after the opening line is shown as code, to the end of the page: no headings, no links. Add the closing line."
        ru "Блок кода открыт и не закрыт."
            "Всё после открывающей строки показывается как код до конца страницы: ни заголовков, ни ссылок. Добавьте закрывающую строку."
        ky "Код блогу ачылып, жабылган эмес."
            "Ачкан саптан кийинкинин баары барактын аягына чейин код катары көрсөтүлөт: аталыш да, шилтеме да жок. Жабуучу сапты кошуңуз."
        Page "```\nкод\n\n## Качан"
            => "```\nкод\n```\n\n## Качан"
    }
    BoxUnknown {
        en "A box for a tip or a warning is a quotation that begins with a name in brackets. The name is not known, or the lines lack their >."
        ru "У рамки неизвестное имя, или она стоит не в цитате."
            "Рамка с советом или предупреждением — это цитата, которая начинается с имени в скобках. Имя неизвестно, или перед строками нет >."
        ky "Алкактын аты белгисиз же ал цитатада турган эмес."
            "Кеңеш же эскертүү алкагы — бул кашаадагы ат менен башталган цитата. Ат белгисиз же саптардын алдында > жок."
        Page "> [!NOTIZ]\n> Текст."
            => "> [!NOTE]\n> Текст."
    }
    MarkForeign {
        en "Other programs have marks of their own for highlighting, links and boxes. Here they mean nothing, and readers would see them."
        ru "В тексте остаётся знак другого вида Markdown."
            "У других программ свои знаки для выделения, ссылок и рамок. Здесь они ничего не значат, и читатель увидел бы их."
        ky "Текстте Markdown'дун башка түрүнүн белгиси калат."
            "Башка программалардын бөлүп көрсөтүү, шилтеме жана алкак үчүн өз белгилери бар. Бул жерде алар эч нерсени билдирбейт, окурман аларды көрүп калмак."
        Page "==маанилүү=="
            => "**маанилүү**"
    }
    HeadingDuplicateId {
        en "A link to the id could lead to one of the two only. Give each its own."
        ru "У двух заголовков страницы один {#id}."
            "Ссылка на него могла бы вести только к одному из двух. Дайте каждому свой."
        ky "Барактын эки аталышынын {#id}'си бирдей."
            "Ага шилтеме экөөнүн бирине гана алып бармак. Ар бирине өзүнүкүн бериңиз."
        Page "## А {#a}\n\n## Б {#a}"
            => "## А {#a}\n\n## Б {#b}"
    }
    HeadingBadId {
        en "The id becomes part of an address, and only Latin letters, digits and hyphens come through everywhere."
        ru "В {#id} заголовка есть знаки, которым не место в адресе."
            "Он становится частью адреса, а везде проходят только латинские буквы, цифры и дефисы."
        ky "Аталыштын {#id}'синде даректе болбой турган белгилер бар."
            "Ал даректин бөлүгү болот, ал эми бардык жерде латын тамгалары, цифралар жана дефис гана өтөт."
        Page "## Качан {#качан}"
            => "## Качан {#kachan}"
    }
    ImageMissing {
        en "Readers would see an empty frame. Check the name of the file and put it beside the page."
        ru "Файла картинки нет."
            "Читатель увидел бы пустую рамку. Проверьте имя файла и положите его рядом со страницей."
        ky "Сүрөттүн файлы жок."
            "Окурман бош алкакты көрмөк. Файлдын атын текшерип, аны барактын жанына коюңуз."
    }
    ImageRemote {
        en "A page without the Internet would lack the picture, and the other host would learn who reads. Save it beside the page."
        ru "Картинка лежит на другом сервере, а сайт должен хранить все свои."
            "Без интернета её бы не было, а другой сервер узнавал бы, кто читает. Сохраните её рядом со страницей."
        ky "Сүрөт башка серверде жатат, ал эми сайт баарын өзүндө кармашы керек."
            "Интернетсиз ал көрүнбөйт, ал эми башка сервер ким окуганын билип турмак. Аны барактын жанына сактаңыз."
        Page "![сүрөт](https://example.kg/a.png)"
            => "[Сүрөт](https://example.kg/a.png)"
    }
    ImageBroken {
        en "A browser could not show it, or not every browser can. The message says what is wrong and which program can save it in another kind."
        ru "Картинку нельзя прочитать, или у неё нет размера."
            "Браузер её не покажет, или покажет не каждый. Сообщение говорит, что не так и в какой программе сохранить её иначе."
        ky "Сүрөт окулбайт же анын өлчөмү жок."
            "Браузер аны көрсөтпөйт же ар бири эле көрсөтпөйт. Эмнеси туура эмес экенин жана кайсы программада башкача сактоону билдирүү айтат."
    }
    ImageCleaned {
        en "Drawings can hold scripts and addresses of other hosts. They were taken out; look whether the drawing still shows what it should."
        ru "Из рисунка убрано то, что могло запуститься или загрузиться из другого места."
            "В рисунках бывают сценарии и адреса других серверов. Проверьте, что рисунок по-прежнему показывает нужное."
        ky "Чиймеден иштеп же башка жерден жүктөлүп кетчү нерселер алынып салынды."
            "Чиймелерде сценарийлер жана башка серверлердин даректери болот. Чийме дагы эле керектүүнү көрсөтөрүн текшериңиз."
    }
    ImagePrivate {
        en "A photo can say where a pupil lives or a school stands. From this kind of file that cannot be taken out. Save it as JPEG."
        ru "В картинке может быть сказано, где и когда она снята, и из её формата этого не убрать."
            "Фотография может сказать, где живёт ученик. Из файла этого вида такое не убрать. Сохраните его как JPEG."
        ky "Сүрөттө кайда жана качан тартылганы айтылышы мүмкүн, анын форматынан аны алып салууга болбойт."
            "Сүрөт окуучу кайда жашаарын айтып коюшу мүмкүн. Мындай файлдан аны алып салууга болбойт. Аны JPEG кылып сактаңыз."
    }
    ImageNoAlt {
        en "Who cannot see the picture, or has it not loaded, is told its description. Write in the brackets what it shows."
        ru "У картинки нет описания."
            "Кто её не видит или у кого она не загрузилась, узнаёт о ней из описания. Напишите в скобках, что на ней."
        ky "Сүрөттүн сүрөттөмөсү жок."
            "Аны көрө албаган же жүктөлбөй калган адам ал тууралуу сүрөттөмөдөн билет. Кашаага анда эмне бар экенин жазыңыз."
        Part "![](lathe.jpg)"
            => "![станоктун жанындагы аял](lathe.jpg)"
    }
    DataInline {
        en "A figure or table is as wide as the page and cannot stand in the midst of a sentence. Put empty lines around it."
        ru "Запись, которая показывается рисунком или таблицей, стоит внутри строки текста."
            "Рисунок или таблица шириной со страницу и посреди предложения стоять не может. Поставьте вокруг пустые строки."
        ky "Сүрөт же таблица болуп көрсөтүлгөн жазуу тексттин сабынын ичинде турат."
            "Сүрөт же таблица барактын туурасындай болот, сүйлөмдүн ортосунда тура албайт. Айланасына бош саптарды коюңуз."
    }
    HtmlOff {
        en "This site takes texts in Markdown only, so tags of HTML are shown as they are written. Say it in Markdown, or allow raw HTML in site.yaml."
        ru "На странице есть HTML, который этот сайт не разрешает; он показан как текст."
            "Сайт берёт тексты только в Markdown, поэтому теги видны как написаны. Выразите это средствами Markdown или разрешите HTML в site.yaml."
        ky "Баракта бул сайт уруксат бербеген HTML бар; ал текст катары көрсөтүлдү."
            "Сайт тексттерди Markdown менен гана алат, ошондуктан тегдер жазылгандай көрүнөт. Муну Markdown менен жазыңыз же site.yaml файлында HTML'ге уруксат бериңиз."
        Page "<b>маанилүү</b>"
            => "**маанилүү**"
    }
    HtmlRemarkOpen {
        en "Everything after <!-- belongs to the remark and is not shown: the rest of the page would be lost. Add --> at its end."
        ru "Примечание открыто знаком <!-- и не закрыто, остаток страницы в нём теряется."
            "Всё после <!-- входит в примечание и не показывается. Поставьте --> в его конце."
        ky "Эскертүү <!-- менен ачылып, жабылган эмес, барактын калганы анын ичинде жоголот."
            "<!-- белгисинен кийинкинин баары эскертүүгө кирип, көрсөтүлбөйт. Анын аягына --> коюңуз."
        Page "<!-- кийин\n\nТекст."
            => "<!-- кийин -->\n\nТекст."
    }
    HtmlCleaned {
        en "A tag or attribute could run something, ask other hosts or break the page, and was taken out. Look whether the text is still whole."
        ru "Из HTML убрано то, что не разрешено."
            "Тег или атрибут мог что-то запустить, обратиться к другим серверам или сломать страницу. Проверьте, что текст цел."
        ky "HTML'ден уруксат эмес нерсе алынып салынды."
            "Тег же атрибут бир нерсе иштетип, башка серверлерге кайрылып же баракты бузуп коюшу мүмкүн эле. Текст бүтүн экенин текшериңиз."
    }
    ThemeMissing {
        en "The theme says how all pages look. Without it, or without one of its files, no page can be made."
        ru "Нет темы или файла, который нужен каждой теме."
            "Тема говорит, как выглядят все страницы. Без неё или без одного её файла не создать ни одной."
        ky "Тема же ар бир темага керек файл жок."
            "Тема бардык барактардын көрүнүшүн айтат. Ансыз же анын бир файлысыз бир да барак түзүлбөйт."
    }
    ThemeUnknownTemplate {
        en "A template of your own replaces the built-in one of the same name. This one has no such name, so it changes nothing."
        ru "На сайте есть шаблон, которым ничто не пользуется; часто это опечатка."
            "Свой шаблон заменяет встроенный с тем же именем. С таким именем встроенного нет, и он ничего не меняет."
        ky "Сайтта эч нерсе колдонбогон шаблон бар; көбүнчө бул атындагы ката."
            "Өз шаблонуңуз ошондой аттуу даяр шаблонду алмаштырат. Мындай аттуу даяры жок, ошондуктан ал эч нерсени өзгөртпөйт."
    }
    ThemeTemplate {
        en "A template that cannot be read would leave all its pages empty, so nothing is built. The message names the line."
        ru "В шаблоне темы ошибка."
            "Нечитаемый шаблон оставил бы пустыми все свои страницы, поэтому сайт не собирается. Сообщение называет строку."
        ky "Теманын шаблонунда ката бар."
            "Окулбаган шаблон бардык барактарын бош калтырмак, ошондуктан сайт түзүлбөйт. Билдирүү сапты атайт."
    }
    ThemeAsset {
        en "A style sheet or script asks for a file or name that the theme does not have; pages would look or work otherwise than meant."
        ru "Таблица стилей или сценарий темы обращается к тому, чего в теме нет."
            "Страницы выглядели бы или работали не так, как задумано."
        ky "Теманын стилдер таблицасы же сценарийи темада жок нерсеге кайрылат."
            "Барактар ойлонулгандан башкача көрүнүп же иштеп калмак."
    }
    I18nMissingKey {
        en "Readers of that language would see a button or heading without words. Add the key to its file."
        ru "Слова интерфейса нет на одном из языков."
            "Читатель этого языка увидел бы кнопку или заголовок без слов. Добавьте ключ в его файл."
        ky "Интерфейстин сөзү бир тилде жок."
            "Ал тилдин окурманы сөзү жок баскычты же аталышты көрмөк. Ачкычты анын файлына кошуңуз."
    }
    I18nUnknownKey {
        en "Nothing shows this word. Usually the key is misspelt, and the word that it was to replace stays as it was."
        ru "Слово интерфейса, которым ничто не пользуется; часто это опечатка."
            "Его ничто не показывает. Обычно в ключе опечатка, и слово, которое он должен был заменить, осталось прежним."
        ky "Эч нерсе колдонбогон интерфейс сөзү; көбүнчө бул жазуудагы ката."
            "Аны эч нерсе көрсөтпөйт. Адатта ачкычта ката бар, ал алмаштыра турган сөз мурдагыдай калган."
    }
    I18nBadValue {
        en "A word beside a number has one form in Kyrgyz and three in Russian for whole numbers. With a form missing, readers would see a gap."
        ru "Слово интерфейса не той формы, например без формы числа."
            "У слова рядом с числом в русском несколько форм, в кыргызском меньше. Если формы нет, читатель увидит пустое место."
        ky "Интерфейстин сөзү туура эмес түрдө, мисалы сан формасы жок."
            "Сандын жанындагы сөздүн орусчада бир нече формасы бар, кыргызчада азыраак. Форма жок болсо, окурман бош жерди көрөт."
    }
    ExportTooLong {
        en "A form becomes a Word file, and one of more than a hundred sheets opens badly and is printed by nobody. Divide it."
        ru "Анкета или рабочий лист слишком длинны для файла Word."
            "Анкета становится файлом Word; больше ста листов плохо открываются, и их никто не печатает. Разделите её."
        ky "Анкета же иш барагы Word файлы үчүн өтө узун."
            "Анкета Word файлы болот; жүздөн ашык барак начар ачылат, аны эч ким басып чыгарбайт. Аны бөлүңүз."
    }
    ExportDocument {
        en "The Word file of a form could not be written. Simplify the page; if it goes on, tell those who maintain bagyt."
        ru "Документ для текстового редактора не удалось создать."
            "Файл Word этой анкеты не записывается. Упростите страницу; если не помогло, сообщите тем, кто поддерживает bagyt."
        ky "Текст редактору үчүн документ түзүлбөй калды."
            "Бул анкетанын Word файлы жазылбай жатат. Баракты жөнөкөйлөтүңүз; жардам бербесе, bagyt'ты тейлегендерге айтыңыз."
    }
    OutputNotOurs {
        en "bagyt changes only what it made itself, so that no file of yours is lost. Choose an empty folder, or move those files elsewhere."
        ru "В папке готового сайта лежат файлы, которых bagyt не создавал."
            "Программа меняет только то, что создала сама, чтобы ваши файлы не пропали. Выберите пустую папку или перенесите эти файлы."
        ky "Даяр сайттын папкасында bagyt түзбөгөн файлдар бар."
            "Файлдарыңыз жоголбошу үчүн программа өзү түзгөндү гана өзгөртөт. Бош папканы тандаңыз же ал файлдарды башка жакка көчүрүңүз."
    }
    OutputUnwritable {
        en "The system does not let bagyt write there: the disk is read-only, or the folder belongs to somebody else. The previous site is as it was."
        ru "Готовый сайт нельзя записать."
            "Система не даёт туда писать: диск только для чтения или папка чужая. Прежний сайт остался как был."
        ky "Даяр сайтты жазуу мүмкүн эмес."
            "Система ал жакка жаздырбай жатат: диск окуу үчүн гана же папка башканыкы. Мурунку сайт ошол бойдон калды."
    }
    OutputBusy {
        en "Two builds into one folder would mix their pages. Wait until the other is done, or add --wait."
        ru "В папку готового сайта пишет другой процесс."
            "Две сборки в одну папку смешали бы страницы. Дождитесь конца другой или добавьте --wait."
        ky "Даяр сайттын папкасына башка процесс жазып жатат."
            "Бир папкага эки түзүү барактарды аралаштырып жибермек. Экинчисинин бүтүшүн күтүңүз же --wait кошуңуз."
    }
    OutputUnfinished {
        en "The new site could not be put wholly into its place: a program holds a file open, or the disk is full. Mend that and run any bagyt command; it finishes the build first."
        ru "Сборка не вся на своём месте; её закончит следующая команда."
            "Новый сайт не удалось поставить на место полностью: файл открыт в другой программе или кончилось место. Исправьте это и запустите любую команду bagyt; сначала она закончит сборку."
        ky "Түзүү толугу менен ордунда эмес; аны кийинки буйрук бүтүрөт."
            "Жаңы сайт толук ордуна коюлбай калды: файл башка программада ачык же дискте орун жок. Муну оңдоп, bagyt'тын каалаган буйругун бериңиз; ал адегенде түзүүнү бүтүрөт."
    }
    OutputMended {
        en "An earlier build was interrupted, by a power cut perhaps. Whatever it left has been put in order before this command began."
        ru "Прерванная сборка закончена или отменена."
            "Прежняя сборка была прервана, например пропал ток. То, что от неё осталось, приведено в порядок до этой команды."
        ky "Үзүлүп калган түзүү бүтүрүлдү же жокко чыгарылды."
            "Мурунку түзүү үзүлгөн, мисалы ток өчкөн. Андан калган нерсе бул буйрукка чейин иретке келтирилди."
    }
    OutputFull {
        en "There is no room for the new site beside the old one. Make room and build again; nothing is lost."
        ru "Диск заполнен; прежний сайт остался как был."
            "Для нового сайта рядом со старым нет места. Освободите место и соберите снова; ничего не потеряно."
        ky "Дискте орун жок; мурунку сайт ошол бойдон калды."
            "Эскисинин жанында жаңы сайт үчүн орун жетпейт. Орун бошотуп, кайра түзүңүз; эч нерсе жоголгон жок."
    }
    TestUnbalanced {
        en "The result compares the sums of the scales. If one is asked about more often, it comes out too high for everybody. Give each scale equally many items, in the short form as well."
        ru "Тест спрашивает об одной из шкал чаще или реже, чем о других."
            "Итог сравнивает суммы шкал. Если об одной спрашивают чаще, у всех она выходит завышенной. Дайте каждой шкале поровну вопросов, и в краткой форме тоже."
        ky "Тест бир шкала тууралуу башкаларга караганда көп же аз сурайт."
            "Жыйынтык шкалалардын суммаларын салыштырат. Бири тууралуу көбүрөөк суралса, ал баарында ашыкча чыгат. Ар бир шкалага бирдей сандагы суроо бериңиз, кыска түрүндө да."
    }
    TestUnreachable {
        en "A pupil whose strongest interest this is would be told that the site has no profession for it. Add one, or give a profession that fits a higher number."
        ru "Интерес, который измеряет тест, ни у одной профессии не главный."
            "Ученик с таким главным интересом узнал бы, что профессий для него на сайте нет. Добавьте такую или поднимите это число у подходящей."
        ky "Тест өлчөгөн кызыгуу бир да кесипте негизги эмес."
            "Негизги кызыгуусу ушул болгон окуучуга сайтта ага кесип жок деп айтылмак. Ушундай кесип кошуңуз же туура келгенине чоңураак сан бериңиз."
    }
    TextUntranslated {
        en "Readers of that language are shown these texts in another one, with a small sign. Translate them when there is time; the search of that language does not find them until then."
        ru "Тексты записи не переведены на один из языков сайта."
            "Читателям этого языка они показываются на другом, с небольшой пометкой. Переведите их, когда будет время; до тех пор поиск на этом языке их не находит."
        ky "Жазуунун тексттери сайттын бир тилине которулган эмес."
            "Ал тилдин окурмандарына алар башка тилде, кичине белгиси менен көрсөтүлөт. Убакыт болгондо которуңуз; ага чейин ал тилдеги издөө аларды таппайт."
    }
}
