// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody and everything here is invented; the mail domains are reserved for examples (RFC 2606).
#include "sandbox/vocabulary.h"

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

} // namespace gauge::sandbox
