/** Names of stages in the languages of eastern Europe and its south. How the table is written stands in ../word-table.ts. */
export const EAST = `
cs
new = nový|nová|nové|nová příležitost|průzkum|vyhledávání|schůzka naplánována
qualified = kvalifikace|kvalifikováno|kvalifikovaný|kvalifikovaná|kvalifikovat|analýza potřeb|kontakt navázán
qualified = hodnotová nabídka|identifikace rozhodovatelů|analýza vnímání|analýza vnimaání|demo naplánováno
proposal = nabídka|nabídka odeslána|nabídka předložena|nabídka podána|nabídka/cenová oferta|cenová nabídka|návrh
proposal = navrhnout|prezentace|prezentace naplánována
negotiation = vyjednávání|vyjednávání/revize|jednání|jednání zahájeno|smlouva odeslána|uzavírání
won = vyhráno|vyhraná|vyhraný|uzavřeno - vyhráno|uzavřeno vyhráno
lost = ztraceno|ztracený|ztracená|prohráno|uzavřeno - ztraceno|uzavřeno ztraceno|uzavřeno - prohráno
sk
new = prieskum|nová príležitosť
qualified = kvalifikácia|kvalifikované|potrebuje analýzu|navrhovaná hodnota|kto rozhoduje|analýza vnímania
proposal = návrh/uvedenie ceny|ponuka|ponuka odoslaná|cenová ponuka
negotiation = vyjednávanie|vyjednávanie/revízia|rokovanie
won = vyhraté|vyhrané|získané|uzavreté "zisk"|uzavreté - vyhrané
lost = stratené|stratený|prehrané|uzavreté "strata"|uzavreté - stratené
pl
new = nowy|nowa|nowe|nowa sprzedaż|nowa szansa|i spotkanie|poszukiwanie
qualified = kwalifikacja|zakwalifikowano|zakwalifikowane|zakwalifikuj|rozpoznanie|analiza potrzeb|dodatkowa analiza
qualified = nawiązano kontakt|oferta produktowa|zaplanowano demo
proposal = propozycja|oferta cenowa|oferta wysłana|złożono ofertę|wysłano ofertę|zaproponuj|prezentacja
negotiation = negocjacje|w negocjacjach|rozpoczęto negocjacje|umowa wysłana
won = wygrana|wygrane|wygrany|sukces|zakończone wygrane|zakończone sukcesem|zamknięte - wygrane|zamknięte wygrane
lost = przegrana|przegrane|przegrany|porażka|zakończone przegrane|zakończone porażką|zamknięte - przegrane
lost = zamknięte przegrane
hu
new = új|új lehetőség|kiválasztás
qualified = minősítés|minősített|képesítés|igényfelmérés|szükséges elemzés|értékajánlat|id. döntés hozó
qualified = percepcióelemzés
proposal = javaslat|ajánlat|árajánlat|ajánlat elküldve|javaslat / ár ajánlat
negotiation = tárgyalás|tárgyalások|tárgyalás / felülvizsgálata|tárgyalás/felülvizsgálat
won = nyert|megnyert|megnyerve|zárva nyert|lezárt - megkötött|lezárt - megnyert
lost = elveszett|elvesztett|zárva elveszett|lezárt - elvesztett
hr
new = novo|izviđanje
qualified = kvalifikacija|kvalificirano|analiza potrebna|analiza potreba|id. donosioci odluka|analiza percepcije
qualified = analiza precepciona
proposal = prijedlog|prijedlog/cijena ponuda|predlog|predlog/cena ponuda
negotiation = pregovori|pregovori/pregled|u pregovorima
won = dobiven|dobiveno|dobiveni|dobijeno|zatvoreno dobiveno|zatvorena pobednik|добијено
lost = izgubljen|izgubljeno|izgubljen(a)|zatvoreno izgubljeno|zatvorena izgubljeno|изгубљено
sl
new = iskanje
qualified = kvalificirano|potrebna je analiza|vrednostna ponudba|id. tisti, ki odločajo
proposal = ponudba/cena|ponudba poslana
negotiation = pogajanje|pogajanja|pogajanje/pregled
won = dobljeno|zaprto zmagal|zaprto - dobljeno
lost = zaprto izgubljeno|zaprto - izgubljeno
bg
new = нов|нова|проучване
qualified = квалифициране|квалифициран|нужда от анализ|анализ|вземане на решение
proposal = предложение|изготвяне на оферта|оферта
negotiation = договаряне|преговори|преговори / преглед
won = спечелена|спечелени|спечелено|приключена - спечелена
lost = загубена|изгубени|изгубена|загубено|приключена - загубена
ru
new = новый|новая|новое|новая сделка|первичный контакт|привлечение клиента|неразобранное|назначена встреча
qualified = квалификация|квалифицировано|квалифицирован|оценка|оценка возможности|анализ потребностей
qualified = требует анализа|выявление потребностей|выбор предложения/оферты|определение ответственного лица
qualified = проведение анализа
proposal = отправлено предложение/оферта|предложение отправлено|отправлено предложение|коммерческое предложение
proposal = кп отправлено|презентация
negotiation = переговоры|переговоры/ознакомление|согласование|согласование/рассмотрение|согласование договора
negotiation = договор отправлен
won = выиграно|выиграна|успешно реализовано|закрыто - успех|закрыта удачно|сделка успешна
lost = проиграно|проиграна|проигрыш|закрыто - провал|закрыта неудачно|закрыто и не реализовано|сделка провалена
uk
new = нова|новий|нове|проспектінг
qualified = кваліфікація|кваліфіковано|вимагає аналізу|аналіз потреб|визначення осіб, що приймають рішення
qualified = аналіз сприйняття
proposal = пропозиція|квота пропозицій/цін|комерційна пропозиція|пропозицію надіслано
negotiation = переговори|переговори/перегляд
won = виграно|виграна|впіймано|закрито переможно
lost = втрачено|програно|закрито провалом
lt
new = naujas|potencialių klientų paieška
qualified = kvalifikuotas|reikalinga analizė|pasiūlymo vertė|id. sprendimus priimantys žmonės|suvokimo analizė
proposal = pasiūlymas|pasiūlymas/kainoraštis
negotiation = derybos|derybos/apžvalga
won = laimėta|laimėtas
lost = pralaimėta|prarasta|prarastas
lv
new = jauns|paredzēšana
qualified = kvalificēts|iespēju novērtēšana|nepieciešama analīze|vērtības piedāvājums|id. lēmumu pieņēmēji
qualified = novērtējuma analīze
proposal = piedāvājums|piedāvājums/cenas piedāvājums
negotiation = saskaņošana|sarunas|sarunas/pārskatīšanā
won = uzvarēts|aizvērti iegūtie
lost = zaudēts|aizvērti zaudētie
et
new = uus
qualified = kvalifitseeritud
proposal = pakkumine|ettepanek
negotiation = läbirääkimised
won = võidetud
lost = kaotatud
el
new = νέο|νέα|νέα ευκαιρία|διερεύνηση
qualified = ποιοτική αξιολόγηση|πιστοποιημένο|ανάλυση αναγκών|προσφορά αξίας|αναγνώριση υπεύθυνων αποφάσεων
qualified = ανάλυση αντίληψης
proposal = πρόταση|πρόταση/προσφορά τιμής|προσφορά
negotiation = διαπραγμάτευση|διαπραγματεύσεις|διαπραγμάτευση/αναθεώρηση
won = κερδισμένη|κερδισμένο|έκλεισε επιτυχώς
lost = χαμένη|χαμένο|έκλεισε ανεπιτυχώς
tr
new = yeni|yeni fırsat|araştırma|aday olabilirmi?
qualified = nitelikli|yeterlilik|nitelendirme|aday olarak uygun|ihtiyaç analizi|analiz yapılmalı|değer önerisi
qualified = id. karar vericiler|algı analizi
proposal = teklif|teklif verildi|teklif gönderildi
negotiation = görüşme|görüşme/inceleme|pazarlık|müzakere
won = kazanıldı|kazanılan|kapalı kazanç|kapalı - kazanıldı
lost = kaybedildi|kaybedilen|kayıp|kapalı kayıp|kapalı - kaybedildi
az
new = yeni imkan
won = qazandın|qazanıldı
lost = itirildi
`;
