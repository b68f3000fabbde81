// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vocabulary.h"

#include <vector>

namespace gauge::sandbox {

namespace {

using L = Language;

// Tables read best with one row a line.
// clang-format off
constexpr std::array<Account, 40> accountTable {{
    {"Northwind Traders", "000417", "GB", "EMEA", L::English, "en_GB", 4},
    {"Acme Industries", "123", "US", "Americas", L::English, "en_US", -3},
    {"Contoso, Ltd.", "204311", "US", "Americas", L::English, "en_US", 6},
    {"Blue Heron Foods", "000088", "US", "Americas", L::English, "en_US", 0},
    {"Harbour & Quay Shipping", "310077", "GB", "EMEA", L::English, "en_GB", -8},
    {"Kookaburra Energy", "550120", "AU", "APAC", L::English, "en_AU", 7},
    {"Southern Cross Dairy", "550121", "AU", "APAC", L::English, "en_AU", 2},
    {"O'Malley \"The Oak\" Brewing", "007", "IE", "EMEA", L::English, "en_IE", 9},
    {"Van der Meer Bloemen", "000031", "NL", "EMEA", L::Dutch, "nl_NL", 5},
    {"Zuiderzee Logistiek", "310031", "NL", "EMEA", L::Dutch, "nl_NL", -4},
    {"Polderkaas Coöperatie", "310032", "NL", "EMEA", L::Dutch, "nl_NL", 3},
    {"Brouwerij De Drie Molens", "320032", "BE", "EMEA", L::Dutch, "nl_BE", 0},
    {"Dijkstra Installaties", "310099", "NL", "EMEA", L::Dutch, "nl_NL", -6},
    {"Müller & Söhne Maschinenbau", "490001", "DE", "EMEA", L::German, "de_DE", -2},
    {"Weißenfels Optik", "490002", "DE", "EMEA", L::German, "de_DE", 4},
    {"Alpenland Molkerei", "430003", "AT", "EMEA", L::German, "de_AT", 6},
    {"Rheinufer Versicherungen", "490044", "DE", "EMEA", L::German, "de_DE", -9},
    {"Zürichsee Pharma", "410005", "CH", "EMEA", L::German, "de_CH", 1},
    {"Boulangeries Mercier", "330001", "FR", "EMEA", L::French, "fr_FR", 3},
    {"L'Étoile du Nord Transports", "330002", "FR", "EMEA", L::French, "fr_FR", -7},
    {"Ateliers Beaumont", "000333", "FR", "EMEA", L::French, "fr_FR", 2},
    {"Érable Télécom", "100514", "CA", "Americas", L::French, "fr_CA", -5},
    {"Aceites Sierra Alta", "340001", "ES", "EMEA", L::Spanish, "es_ES", 5},
    {"Textiles Peñalara", "340002", "ES", "EMEA", L::Spanish, "es_ES", -2},
    {"Grupo Ñandú", "540001", "AR", "Americas", L::Spanish, "es_AR", 1},
    {"Minera Los Cóndores", "560001", "CL", "Americas", L::Spanish, "es_CL", -6},
    {"Farmacias del Valle", "520001", "MX", "Americas", L::Spanish, "es_MX", 4},
    {"Cerâmica Atlântica", "351001", "PT", "EMEA", L::Portuguese, "pt_PT", 3},
    {"Café São Bento", "550001", "BR", "Americas", L::Portuguese, "pt_BR", 8},
    {"Construções Ipê", "550002", "BR", "Americas", L::Portuguese, "pt_BR", -4},
    {"Pastificio Bellacqua", "390001", "IT", "EMEA", L::Italian, "it_IT", 6},
    {"Officine Valdarno", "390002", "IT", "EMEA", L::Italian, "it_IT", -3},
    {"Trasporti Ligure", "000390", "IT", "EMEA", L::Italian, "it_IT", -1},
    {"みどり製作所", "810001", "JP", "APAC", L::Japanese, "ja_JP", -5},
    {"さくら物流", "810002", "JP", "APAC", L::Japanese, "ja_JP", 2},
    {"Hoshino Precision", "810003", "JP", "APAC", L::Japanese, "ja_JP", 0},
    {"شركة النخيل للتجارة", "971001", "AE", "EMEA", L::Arabic, "ar_AE", 3},
    {"Al Waha Hotels", "971002", "AE", "EMEA", L::Arabic, "ar_AE", 7},
    {"مجموعة البحر الأحمر", "966001", "SA", "EMEA", L::Arabic, "ar_SA", -4},
    {"Lotus & Nile Cotton", "000020", "EG", "EMEA", L::Arabic, "ar_EG", 1},
}};
// clang-format on

constexpr std::size_t nameCount = 12;
using Names = std::array<std::array<Name, nameCount>, languageCount>;

// Tables read best with one row a line.
// clang-format off
constexpr Names firstNameTable {{
    {{{"Olivia", "olivia"}, {"Liam", "liam"}, {"Grace", "grace"}, {"Ethan", "ethan"}, {"Chloe", "chloe"}, {"Noah", "noah"},
      {"Siobhán", "siobhan"}, {"Marcus", "marcus"}, {"Hannah", "hannah"}, {"Dylan", "dylan"}, {"Priya", "priya"}, {"Owen", "owen"}}},
    {{{"Sanne", "sanne"}, {"Daan", "daan"}, {"Fleur", "fleur"}, {"Bram", "bram"}, {"Lotte", "lotte"}, {"Jeroen", "jeroen"},
      {"Anouk", "anouk"}, {"Thijs", "thijs"}, {"Femke", "femke"}, {"Joost", "joost"}, {"Zoë", "zoe"}, {"Willem", "willem"}}},
    {{{"Lena", "lena"}, {"Jürgen", "juergen"}, {"Katrin", "katrin"}, {"Björn", "bjoern"}, {"Anneliese", "anneliese"}, {"Matthias", "matthias"},
      {"Käthe", "kaethe"}, {"Sven", "sven"}, {"Ulrike", "ulrike"}, {"Florian", "florian"}, {"Heike", "heike"}, {"Günter", "guenter"}}},
    {{{"Camille", "camille"}, {"Étienne", "etienne"}, {"Amélie", "amelie"}, {"Luc", "luc"}, {"Margaux", "margaux"}, {"Benoît", "benoit"},
      {"Hélène", "helene"}, {"Thibault", "thibault"}, {"Inès", "ines"}, {"Gaël", "gael"}, {"Solène", "solene"}, {"Rémi", "remi"}}},
    {{{"Lucía", "lucia"}, {"Íñigo", "inigo"}, {"Carmen", "carmen"}, {"Joaquín", "joaquin"}, {"Begoña", "begona"}, {"Diego", "diego"},
      {"Ximena", "ximena"}, {"Mateo", "mateo"}, {"Pilar", "pilar"}, {"Andrés", "andres"}, {"Rocío", "rocio"}, {"Tomás", "tomas"}}},
    {{{"Inês", "ines"}, {"João", "joao"}, {"Beatriz", "beatriz"}, {"Tiago", "tiago"}, {"Conceição", "conceicao"}, {"Rui", "rui"},
      {"Mariana", "mariana"}, {"Gonçalo", "goncalo"}, {"Luísa", "luisa"}, {"Caio", "caio"}, {"Débora", "debora"}, {"Sérgio", "sergio"}}},
    {{{"Giulia", "giulia"}, {"Niccolò", "niccolo"}, {"Chiara", "chiara"}, {"Alessio", "alessio"}, {"Ilaria", "ilaria"}, {"Matteo", "matteo"},
      {"Federica", "federica"}, {"Davide", "davide"}, {"Elisa", "elisa"}, {"Tommaso", "tommaso"}, {"Noemi", "noemi"}, {"Fabio", "fabio"}}},
    {{{"陽子", "yoko"}, {"健太", "kenta"}, {"美咲", "misaki"}, {"大輔", "daisuke"}, {"さくら", "sakura"}, {"翔", "sho"},
      {"由美", "yumi"}, {"拓也", "takuya"}, {"Aiko", "aiko"}, {"直樹", "naoki"}, {"彩", "aya"}, {"Haruto", "haruto"}}},
    {{{"فاطمة", "fatima"}, {"أحمد", "ahmed"}, {"ليلى", "layla"}, {"خالد", "khalid"}, {"نور", "nour"}, {"يوسف", "youssef"},
      {"Mariam", "mariam"}, {"عمر", "omar"}, {"هند", "hind"}, {"سامي", "sami"}, {"ريم", "reem"}, {"Tariq", "tariq"}}},
}};

constexpr Names lastNameTable {{
    {{{"Ashworth", "ashworth"}, {"Klameth", "klameth"}, {"O'Brien", "obrien"}, {"Whitfield", "whitfield"}, {"Nguyen", "nguyen"}, {"Castellan", "castellan"},
      {"Smith-Jones", "smith-jones"}, {"Pemberton", "pemberton"}, {"Okafor", "okafor"}, {"Lindqvist", "lindqvist"}, {"Marsh", "marsh"}, {"Tremblay", "tremblay"}}},
    {{{"de Vries", "devries"}, {"van den Berg", "vandenberg"}, {"Bakker", "bakker"}, {"Hoekstra", "hoekstra"}, {"'t Hart", "thart"}, {"Jansen", "jansen"},
      {"Verhoeven", "verhoeven"}, {"Kuiper", "kuiper"}, {"van Dijk", "vandijk"}, {"Mulder", "mulder"}, {"IJsselstein", "ijsselstein"}, {"Postma", "postma"}}},
    {{{"Schröder", "schroeder"}, {"Krüger", "krueger"}, {"Weiß", "weiss"}, {"Baumgartner", "baumgartner"}, {"Fröhlich", "froehlich"}, {"Hoffmann", "hoffmann"},
      {"von Lindenau", "vonlindenau"}, {"Köhler", "koehler"}, {"Brandt", "brandt"}, {"Engelhardt", "engelhardt"}, {"Straßer", "strasser"}, {"Vogel", "vogel"}}},
    {{{"Lefèvre", "lefevre"}, {"Dubois", "dubois"}, {"d'Aubigny", "daubigny"}, {"Marchand", "marchand"}, {"Gauthier", "gauthier"}, {"Lemoine", "lemoine"},
      {"Caron-Petit", "caron-petit"}, {"Rousseau", "rousseau"}, {"Besançon", "besancon"}, {"Noël", "noel"}, {"Fournier", "fournier"}, {"Vasseur", "vasseur"}}},
    {{{"Núñez", "nunez"}, {"García Ortega", "garciaortega"}, {"Ibáñez", "ibanez"}, {"Quiroga", "quiroga"}, {"de la Fuente", "delafuente"}, {"Morales", "morales"},
      {"Zúñiga", "zuniga"}, {"Castaño", "castano"}, {"Herrera", "herrera"}, {"Echeverría", "echeverria"}, {"Vidal", "vidal"}, {"Peralta", "peralta"}}},
    {{{"Gonçalves", "goncalves"}, {"da Silva", "dasilva"}, {"Magalhães", "magalhaes"}, {"Figueiredo", "figueiredo"}, {"Assunção", "assuncao"}, {"Teixeira", "teixeira"},
      {"Brandão", "brandao"}, {"Nogueira", "nogueira"}, {"Araújo", "araujo"}, {"Pinto", "pinto"}, {"Leitão", "leitao"}, {"Moreira", "moreira"}}},
    {{{"Rossetti", "rossetti"}, {"D'Angelo", "dangelo"}, {"Cavallaro", "cavallaro"}, {"Moretti", "moretti"}, {"Lo Presti", "lopresti"}, {"Bianchini", "bianchini"},
      {"Santoro", "santoro"}, {"De Luca", "deluca"}, {"Fontana", "fontana"}, {"Pellegrini", "pellegrini"}, {"Gallo", "gallo"}, {"Zanetti", "zanetti"}}},
    {{{"佐藤", "sato"}, {"高橋", "takahashi"}, {"渡辺", "watanabe"}, {"Yamamoto", "yamamoto"}, {"小林", "kobayashi"}, {"伊藤", "ito"},
      {"中村", "nakamura"}, {"加藤", "kato"}, {"吉田", "yoshida"}, {"松本", "matsumoto"}, {"Inoue", "inoue"}, {"清水", "shimizu"}}},
    {{{"المنصوري", "almansoori"}, {"حداد", "haddad"}, {"El-Sayed", "elsayed"}, {"الخطيب", "alkhatib"}, {"ناصر", "nasser"}, {"الفارسي", "alfarsi"},
      {"مرسي", "morsi"}, {"Al Hashimi", "alhashimi"}, {"صالح", "saleh"}, {"قاسم", "qasim"}, {"بدر", "badr"}, {"الشامي", "alshami"}}},
}};

constexpr std::array<DriverWords, driverCount> driverTable {{
    {"Ordering", {"Ease of Ordering", "Product Information", "Order Confirmation"}, "Ordering"},
    {"Delivery", {"On-time Delivery", "Packaging", "Track & Trace"}, "Delivery"},
    {"Product", {"Ease of Use", "Return on Investment", "Reliability"}, "Product"},
    {"Support", {"Response Time", "Expertise", "First Contact Resolution"}, "Support"},
    {"Pricing", {"Value for Money", "Invoice Accuracy", "Transparency"}, "Price"},
    {"Account Management", {"Knows our Business", "Proactive Advice", "Reachability"}, "Account team"},
}};

constexpr std::array<std::string_view, languageCount> languageCodes {"EN", "NL", "DE", "FR", "ES", "PT", "IT", "JA", "AR"};
constexpr std::array<std::string_view, 6> manualTagTable {"Champion", "Renewal due", "Reference customer",
                                                          "Escalated", "Quote; usable in \"marketing\"", "2nd survey"};
constexpr std::array<std::string_view, 4> touchpointTable {"Relationship", "After delivery", "After support", "Onboarding"};
constexpr std::array<std::string_view, 5> productLineTable {"Pumps & Valves", "Sensors", "Control Software",
                                                            "Spare Parts", "Services, on site"};
constexpr std::array<std::string_view, 4> segmentTable {"Enterprise", "Mid-market", "Small business", "Public sector"};
constexpr std::array<std::string_view, 6> managerTable {"Joanna Reyes", "Pieter Smit", "Anke Böhm",
                                                        "Yuki Mori", "Rashid Karim", "Clara Nunes"};
// clang-format on

} // namespace

std::span<const Account> accounts()
{
    return accountTable;
}
std::span<const Name> firstNames(Language language)
{
    return firstNameTable[static_cast<std::size_t>(language)];
}
std::span<const Name> lastNames(Language language)
{
    return lastNameTable[static_cast<std::size_t>(language)];
}
std::string_view languageCode(Language language)
{
    return languageCodes[static_cast<std::size_t>(language)];
}
const DriverWords &driverWords(Driver driver)
{
    return driverTable[static_cast<std::size_t>(driver)];
}
std::span<const std::string_view> manualTags()
{
    return manualTagTable;
}
std::span<const std::string_view> touchpoints()
{
    return touchpointTable;
}
std::span<const std::string_view> productLines()
{
    return productLineTable;
}
std::span<const std::string_view> segments()
{
    return segmentTable;
}
std::span<const std::string_view> accountManagers()
{
    return managerTable;
}

namespace {

using ByMood = std::array<std::string_view, 3>; // bad, mixed, good
using ByDriver
    = std::array<ByMood, driverCount>; // ordering, delivery, product, support, pricing, account team

// Tables read best with one row a line.
// clang-format off
constexpr std::array<ByDriver, languageCount> phraseTable {{
    // English
    {{{"Ordering takes far too many steps, and the confirmation came two days late.", "Ordering works, but finding the right article takes time.", "Ordering is quick and the confirmation arrives within minutes."},
      {"Two of our last three deliveries were late.", "Delivery was on time, although the packaging was damaged.", "The delivery was a day early and everything was complete."},
      {"The unit failed within a month.", "The product does its job; the manual could be clearer.", "The product is easy to use and simply runs."},
      {"I called support four times and nobody called back.", "Support was friendly but slow.", "Support solved our problem in ten minutes."},
      {"Prices went up again and the invoice was wrong.", "Good quality, but not cheap.", "Good value for money, with clear invoices."},
      {"Our account manager changed three times this year.", "Our contact is helpful but hard to reach.", "Our account manager knows our business and thinks ahead."}}},
    // Dutch
    {{{"Bestellen kost veel te veel stappen en de bevestiging kwam twee dagen te laat.", "Bestellen werkt, maar het juiste artikel vinden kost tijd.", "Bestellen gaat snel en de bevestiging is er binnen een paar minuten."},
      {"Twee van onze laatste drie leveringen waren te laat.", "De levering was op tijd, maar de verpakking was beschadigd.", "De levering was een dag te vroeg en helemaal compleet."},
      {"Het apparaat was binnen een maand kapot.", "Het product doet wat het moet doen; de handleiding kan duidelijker.", "Het product is makkelijk te gebruiken en werkt gewoon."},
      {"Ik heb vier keer met support gebeld en niemand belde terug.", "Support was vriendelijk maar traag.", "Support heeft ons probleem in tien minuten opgelost."},
      {"De prijzen zijn weer gestegen en de factuur klopte niet.", "Goede kwaliteit, maar niet goedkoop.", "Goede prijs-kwaliteitverhouding en duidelijke facturen."},
      {"Onze accountmanager is dit jaar drie keer gewisseld.", "Ons contact is behulpzaam maar moeilijk bereikbaar.", "Onze accountmanager kent ons bedrijf en denkt vooruit."}}},
    // German
    {{{"Die Bestellung hat viel zu viele Schritte, und die Bestätigung kam zwei Tage zu spät.", "Das Bestellen funktioniert, aber den richtigen Artikel zu finden dauert.", "Die Bestellung geht schnell, die Bestätigung kommt in wenigen Minuten."},
      {"Zwei unserer letzten drei Lieferungen kamen zu spät.", "Die Lieferung war pünktlich, aber die Verpackung war beschädigt.", "Die Lieferung kam einen Tag früher und war vollständig."},
      {"Das Gerät ist nach einem Monat ausgefallen.", "Das Produkt erfüllt seinen Zweck; die Anleitung könnte klarer sein.", "Das Produkt ist einfach zu bedienen und läuft einfach."},
      {"Ich habe viermal beim Support angerufen, niemand rief zurück.", "Der Support war freundlich, aber langsam.", "Der Support hat unser Problem in zehn Minuten gelöst."},
      {"Die Preise sind wieder gestiegen, und die Rechnung war falsch.", "Gute Qualität, aber nicht billig.", "Gutes Preis-Leistungs-Verhältnis und klare Rechnungen."},
      {"Unser Ansprechpartner hat dieses Jahr dreimal gewechselt.", "Unser Ansprechpartner ist hilfsbereit, aber schwer zu erreichen.", "Unsere Betreuerin kennt unser Geschäft und denkt voraus."}}},
    // French
    {{{"Commander demande beaucoup trop d'étapes et la confirmation est arrivée deux jours trop tard.", "La commande fonctionne, mais trouver le bon article prend du temps.", "La commande est rapide et la confirmation arrive en quelques minutes."},
      {"Deux de nos trois dernières livraisons étaient en retard.", "La livraison était à l'heure, mais l'emballage était abîmé.", "La livraison est arrivée un jour plus tôt et complète."},
      {"L'appareil est tombé en panne en moins d'un mois.", "Le produit fait son travail ; le manuel pourrait être plus clair.", "Le produit est facile à utiliser et fonctionne, tout simplement."},
      {"J'ai appelé le support quatre fois, personne n'a rappelé.", "Le support était aimable mais lent.", "Le support a résolu notre problème en dix minutes."},
      {"Les prix ont encore augmenté et la facture était fausse.", "Bonne qualité, mais pas bon marché.", "Bon rapport qualité-prix et factures claires."},
      {"Notre interlocuteur a changé trois fois cette année.", "Notre contact est serviable mais difficile à joindre.", "Notre chargé de compte connaît notre métier et anticipe."}}},
    // Spanish
    {{{"Pedir requiere demasiados pasos y la confirmación llegó dos días tarde.", "El pedido funciona, pero encontrar el artículo correcto lleva tiempo.", "Pedir es rápido y la confirmación llega en minutos."},
      {"Dos de nuestras tres últimas entregas llegaron tarde.", "La entrega fue puntual, aunque el embalaje estaba dañado.", "La entrega llegó un día antes y completa."},
      {"El equipo falló en menos de un mes.", "El producto cumple; el manual podría ser más claro.", "El producto es fácil de usar y simplemente funciona."},
      {"Llamé cuatro veces a soporte y nadie devolvió la llamada.", "El soporte fue amable pero lento.", "El soporte resolvió nuestro problema en diez minutos."},
      {"Los precios subieron otra vez y la factura estaba mal.", "Buena calidad, pero no es barato.", "Buena relación calidad-precio y facturas claras."},
      {"Nuestro gestor cambió tres veces este año.", "Nuestro contacto es atento pero difícil de localizar.", "Nuestro gestor conoce nuestro negocio y se anticipa."}}},
    // Portuguese
    {{{"Encomendar exige demasiados passos e a confirmação chegou dois dias atrasada.", "A encomenda funciona, mas encontrar o artigo certo leva tempo.", "Encomendar é rápido e a confirmação chega em minutos."},
      {"Duas das nossas últimas três entregas atrasaram.", "A entrega foi pontual, mas a embalagem estava danificada.", "A entrega chegou um dia antes e completa."},
      {"O equipamento avariou em menos de um mês.", "O produto cumpre; o manual podia ser mais claro.", "O produto é fácil de usar e simplesmente funciona."},
      {"Liguei quatro vezes para o suporte e ninguém respondeu.", "O suporte foi simpático mas lento.", "O suporte resolveu o nosso problema em dez minutos."},
      {"Os preços subiram outra vez e a fatura estava errada.", "Boa qualidade, mas não é barato.", "Boa relação qualidade-preço e faturas claras."},
      {"O nosso gestor mudou três vezes este ano.", "O nosso contacto é prestável mas difícil de alcançar.", "O nosso gestor conhece o nosso negócio e antecipa."}}},
    // Italian
    {{{"Ordinare richiede troppi passaggi e la conferma è arrivata con due giorni di ritardo.", "L'ordine funziona, ma trovare l'articolo giusto richiede tempo.", "Ordinare è veloce e la conferma arriva in pochi minuti."},
      {"Due delle nostre ultime tre consegne erano in ritardo.", "La consegna è stata puntuale, ma l'imballaggio era danneggiato.", "La consegna è arrivata un giorno prima e completa."},
      {"L'apparecchio si è guastato in meno di un mese.", "Il prodotto fa il suo lavoro; il manuale potrebbe essere più chiaro.", "Il prodotto è facile da usare e funziona, semplicemente."},
      {"Ho chiamato l'assistenza quattro volte e nessuno ha richiamato.", "L'assistenza è stata gentile ma lenta.", "L'assistenza ha risolto il problema in dieci minuti."},
      {"I prezzi sono aumentati di nuovo e la fattura era sbagliata.", "Buona qualità, ma non economico.", "Buon rapporto qualità-prezzo e fatture chiare."},
      {"Il nostro referente è cambiato tre volte quest'anno.", "Il nostro contatto è disponibile ma difficile da raggiungere.", "Il nostro referente conosce la nostra attività e guarda avanti."}}},
    // Japanese
    {{{"注文の手順が多すぎ、確認メールも二日遅れでした。", "注文はできますが、商品を探すのに時間がかかります。", "注文は早く、確認も数分で届きます。"},
      {"直近三回の納品のうち二回が遅れました。", "納期は守られましたが、梱包が破損していました。", "予定より一日早く、すべて揃って届きました。"},
      {"一か月もしないうちに故障しました。", "製品は問題ありませんが、説明書が分かりにくいです。", "使いやすく、安定して動いています。"},
      {"サポートに四回電話しましたが、折り返しがありませんでした。", "サポートは親切ですが、対応が遅いです。", "サポートが十分で問題を解決してくれました。"},
      {"また値上げされ、請求書も間違っていました。", "品質は良いですが、安くはありません。", "価格に見合った価値があり、請求書も明確です。"},
      {"今年だけで担当者が三回も変わりました。", "担当者は親切ですが、なかなか連絡が取れません。", "担当者は当社の業務を理解し、先を読んで提案してくれます。"}}},
    // Arabic
    {{{"خطوات الطلب كثيرة جدًا ووصل التأكيد متأخرًا يومين.", "الطلب يعمل، لكن العثور على المنتج المناسب يستغرق وقتًا.", "الطلب سريع ويصل التأكيد خلال دقائق."},
      {"تأخر تسليمان من آخر ثلاث عمليات تسليم.", "وصل الطلب في موعده لكن التغليف كان تالفًا.", "وصل الطلب قبل موعده بيوم وكان كاملًا."},
      {"تعطل الجهاز خلال أقل من شهر.", "المنتج يؤدي عمله؛ لكن الدليل يمكن أن يكون أوضح.", "المنتج سهل الاستخدام ويعمل ببساطة."},
      {"اتصلت بالدعم أربع مرات ولم يعاود أحد الاتصال.", "الدعم لطيف لكنه بطيء.", "حل فريق الدعم مشكلتنا في عشر دقائق."},
      {"ارتفعت الأسعار مجددًا وكانت الفاتورة خاطئة.", "جودة جيدة لكنها ليست رخيصة.", "قيمة جيدة مقابل السعر وفواتير واضحة."},
      {"تغير مدير حسابنا ثلاث مرات هذا العام.", "جهة الاتصال متعاونة لكن يصعب الوصول إليها.", "مدير حسابنا يعرف أعمالنا ويفكر مسبقًا."}}},
}};

constexpr std::array<ByMood, languageCount> closingTable {{
    {{"We are looking at other suppliers.", "There is room for improvement.", "Keep it up!"}},
    {{"We kijken naar andere leveranciers.", "Er is ruimte voor verbetering.", "Ga zo door!"}},
    {{"Wir sehen uns nach anderen Anbietern um.", "Da ist noch Luft nach oben.", "Weiter so!"}},
    {{"Nous regardons d'autres fournisseurs.", "Il y a une marge de progression.", "Continuez ainsi !"}},
    {{"Estamos mirando otros proveedores.", "Hay margen de mejora.", "¡Sigan así!"}},
    {{"Estamos a ver outros fornecedores.", "Há espaço para melhorar.", "Continuem assim!"}},
    {{"Stiamo valutando altri fornitori.", "C'è margine di miglioramento.", "Continuate così!"}},
    {{"他社への切り替えを検討しています。", "改善の余地があります。", "これからもよろしくお願いします！"}},
    {{"نحن نبحث عن موردين آخرين.", "هناك مجال للتحسين.", "استمروا هكذا!"}},
}};
// clang-format on

std::string longStory()
{
    std::string text = "A long story, because you asked.";
    for (int chapter = 1; chapter <= 60; ++chapter)
        text += " Chapter " + std::to_string(chapter) + ": the parcel, the invoice and the call; again.";
    return text;
}

// Tables read best with one row a line.
// clang-format off
const std::array<std::vector<std::string>, 3> &awkwardTable()
{
    static const std::array<std::vector<std::string>, 3> table {{
        {"=SUM(A1:A9) is roughly how your invoice was made up.", "-5 for the packaging, -5 for the delay", "+1 for whoever fixes this",
         "@support: still waiting", "They said \"tomorrow\", then \"tomorrow\" again.\nAnd again.", "Too late; too dear, too little",
         "<script>alert('no')</script> is what your portal shows us", "'; DROP TABLE responses; --", "😡😡😡 C:\\orders\\new",
         longStory(), "\tIndented\tlike\ta\ttable", "=HYPERLINK(\"http://example.com\",\"click\")"},
        {"So, so.", "=1+1, neither more nor less", "Price, service, product: 7, 8, 7", "Line one\r\nLine two\r\n\r\nLine four",
         "50% good / 50% \"could be better\"", "Naïve façade — “quotes” … and a no-break\u00A0space", "🤷🏽‍♀️", "NULL", "0042"},
        {"+1 for the new portal!", "@everyone should buy here", "Great, \"really\" great; thank you, all", "👍🏽🎉 team 👩‍🔧👨‍👩‍👧‍👦",
         "ممتاز OK 100% جدا", "\u200Fشكرا\u200E (thanks)", "First: fast\nSecond: friendly\nThird: fair", "=cmd|' /C calc'!A0 just kidding",
         "Zoë's café in Łódź loves it: 日本語, Ελληνικά, עברית", "10/10", "1e5 thanks"},
    }};
    return table;
}
// clang-format on

} // namespace

std::string_view phrase(Language language, Driver driver, Mood mood)
{
    return phraseTable[static_cast<std::size_t>(language)][static_cast<std::size_t>(driver)]
                      [static_cast<std::size_t>(mood)];
}

std::string_view closing(Language language, Mood mood)
{
    return closingTable[static_cast<std::size_t>(language)][static_cast<std::size_t>(mood)];
}

const std::string &awkwardText(Mood mood, std::uint64_t roll)
{
    const auto &texts = awkwardTable()[static_cast<std::size_t>(mood)];
    return texts[static_cast<std::size_t>(roll % texts.size())];
}

} // namespace gauge::sandbox
