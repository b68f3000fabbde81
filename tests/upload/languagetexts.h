// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

//! Rows as customers of a language write them, and the encodings in which old programs save those.
struct LanguageText
{
    QString language;
    QStringList encodings;
    QStringList rows; //!< a name and a comment
};

inline std::vector<LanguageText> languageTexts()
{
    const QStringList western{"windows-1252", "iso-8859-15", "macintosh", "ibm850"};
    const QStringList central{"windows-1250", "iso-8859-2", "ibm852", "x-mac-ce"};
    const QStringList cyrillic{"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"};
    return {
        {"en",
         western,
         {"Tom’s Café,Please call back – today", "Brontë Ltd,It’s £5 too much", "Zoë & Co,Don’t know yet…"}},
        {"de",
         western,
         {"Müller GmbH,Bitte zurückrufen", "Bäckerei Groß,Größe und Übermaß geklärt",
          "Jürgen Schäfer,Lösung für Köln gewünscht", "Straßenbau Weiß,Ärgerlich: später geöffnet"}},
        {"fr",
         western,
         {"Société Générale,Réponse reçue très tôt", "Hélène Lefèvre,À rappeler dès que possible",
          "Garçon & Frère,L’été, ça va où?", "Noël Benoît,Goût amer, être prêt"}},
        {"es",
         western,
         {"José Muñoz,¿Cuándo llegará el envío?", "Peña y Compañía,Atención rápida y fácil",
          "Íñigo Gutiérrez,Llamó mañana", "Ángel Núñez,Está muy satisfecho"}},
        {"pt",
         western,
         {"João Conceição,Não está satisfeito", "São Paulo Serviços,Atenção à configuração",
          "Antônio Magalhães,Preço é alto, avó e avô"}},
        {"it",
         western,
         {"Città di Forlì,Perché così tardi?", "Società Nicolò,È già qui, più tardi",
          "Niccolò Università,Qualità e libertà"}},
        {"sv",
         western,
         {"Åkesson Bygg,Återkom på måndag", "Björn Sjöberg,Önskar högre kvalitet",
          "Malmö Färg,Är nöjd med hjälpen"}},
        {"da",
         western,
         {"Søren Kjærgård,Ønsker at blive ringet op", "Århus Købmænd,Få på lager",
          "Bjørn Æblerød,Når går færgen?"}},
        {"fi",
         western,
         {"Hämäläinen Oy,Päivää, soittakaa myöhemmin", "Järvenpää Työ,Tyytyväinen käyttäjä",
          "Mäkelä Yhtiö,Hyvää työtä"}},
        {"nl",
         western,
         {"Café de Eén,Eén café in België", "Coördinatie Financiën,Geïnteresseerd in reünie",
          "Zeeën BV,Beëindigd"}},
        {"is",
         western,
         {"Þórður Jónsson,Það er allt í lagi", "Sigríður Guðmundsdóttir,Ég þarf að hringja",
          "Ísafjörður Ehf,Æðislegt verð"}},
        {"pl",
         central,
         {"Łukasz Żółć,Proszę oddzwonić później", "Wałęsa Spółka,Świetna obsługa klienta",
          "Gdańsk Przedsiębiorstwo,Będzie dziś gotowe", "Święty Źródło,Zażółć gęślą jaźń"}},
        {"cs",
         central,
         {"Dvořák Jiří,Prosím zavolejte zítra", "Škoda Plzeň,Příliš žluťoučký kůň",
          "Novotný Řehoř,Děkuji, spokojený zákazník", "Česká Třebová,Účet není zaplacen"}},
        {"sk",
         central,
         {"Ľubomír Štúr,Ďakujem, som spokojný", "Košice Úrad,Zákazník čaká na odpoveď",
          "Žilina Výroba,Môžete zavolať neskôr?"}},
        {"hu",
         central,
         {"Győr Építő,Kérem hívjon később", "Szőke Gábor,Nagyon elégedett ügyfél",
          "Műszaki Üzem,Őszi árvíztűrő tükörfúrógép"}},
        {"sl",
         central,
         {"Žiga Čeh,Hvala, zelo sem zadovoljen", "Škofja Loka,Želim odgovor čimprej",
          "Matjaž Šuštar,Računi še niso plačani"}},
        {"hr",
         central,
         {"Đorđe Šarić,Molim nazovite kasnije", "Živković Čakovec,Vrlo zadovoljan kupac",
          "Međimurje Građevina,Šaljemo račun sljedeći tjedan"}},
        {"ro",
         {"windows-1250", "iso-8859-2", "ibm852"},
         {"Ştefan Brânză,Vă rugăm sunaţi mâine", "Timişoara Construcţii,Foarte mulţumit de răspuns",
          "Ioniţă Gheorghiţă,În aşteptare, până vineri"}},
        {"ru",
         cyrillic,
         {"Иванов Сергей,Пожалуйста, перезвоните завтра", "Москва Строй,Очень доволен качеством",
          "Щукин и Ёлкин,Объект ещё не готов", "Юлия Цветаева,Жду ответа эксперта"}},
        {"uk",
         {"windows-1251", "koi8-u", "iso-8859-5", "x-mac-cyrillic"},
         {"Київ Будівництво,Дуже задоволений якістю", "Іваненко Ольга,Будь ласка зателефонуйте",
          "Їжак і Єва,Чекаємо на відповідь"}},
        {"bg",
         {"windows-1251", "iso-8859-5", "x-mac-cyrillic"},
         {"София Строителство,Много доволен клиент", "Пловдив Търговия,Моля обадете се утре",
          "Стоян Щърбанов,Чакаме отговор"}},
        {"el",
         {"windows-1253", "iso-8859-7", "x-mac-greek"},
         {"Γιώργος Παπαδόπουλος,Παρακαλώ καλέστε αύριο", "Αθήνα Κατασκευή,Πολύ ευχαριστημένος πελάτης",
          "Άννα Ήλιος,Περιμένω απάντηση"}},
        {"tr",
         {"windows-1254", "iso-8859-9", "x-mac-turkish", "ibm857"},
         {"Şükrü Yılmaz,Lütfen yarın arayın", "İstanbul Yapı,Çok memnun müşteri",
          "Gülşen Ağaoğlu,Değişiklik için teşekkürler", "Işık Öztürk,Henüz ödenmedi"}},
        {"he",
         {"windows-1255", "iso-8859-8"},
         {"דוד כהן,נא להתקשר מחר", "תל אביב בנייה,לקוח מרוצה מאוד", "שרה לוי,ממתינים לתשובה"}},
        {"ar",
         {"windows-1256", "iso-8859-6"},
         {"محمد علي,يرجى الاتصال غدا", "شركة القاهرة,عميل راض جدا", "فاطمة حسن,ننتظر الرد"}},
        {"lt",
         {"windows-1257", "iso-8859-13", "ibm775"},
         {"Žąsis Šiauliai,Prašome paskambinti vėliau", "Kęstutis Jonaitis,Labai patenkintas klientas",
          "Čiurlionis UAB,Laukiame atsakymo iš jūsų"}},
        {"lv",
         {"windows-1257", "iso-8859-13"},
         {"Rīga Būve,Lūdzu zvaniet vēlāk", "Jānis Bērziņš,Ļoti apmierināts klients",
          "Ķekava Ģimene,Gaidām atbildi šonedēļ"}},
        {"et",
         {"windows-1257", "iso-8859-15", "iso-8859-13"},
         {"Tõnu Põld,Palun helistage hiljem", "Jõhvi Ühistu,Väga rahul klient",
          "Šveitsi Äri,Ootame vastust järgmisel nädalal"}},
        {"vi",
         {"windows-1258"},
         {"Nguyễn Văn Đức,Vui lòng gọi lại ngày mai", "Công ty Hà Nội,Khách hàng rất hài lòng",
          "Trần Thị Hường,Đang chờ trả lời"}},
        {"th",
         {"windows-874"},
         {"บริษัท กรุงเทพ,กรุณาโทรกลับพรุ่งนี้", "สมชาย ใจดี,ลูกค้าพอใจมาก", "เชียงใหม่ ก่อสร้าง,กำลังรอคำตอบ"}},
        {"ja",
         {"shift_jis", "euc-jp", "iso-2022-jp"},
         {"田中商事,明日お電話をお願いします", "東京建設株式会社,とても満足しています",
          "山本 花子,回答を待っています", "カタカナ商店,サービスが早かった"}},
        {"zh",
         {"gb18030", "gbk", "hz-gb-2312"},
         {"北京建筑公司,请明天回电话", "张伟,客户非常满意", "上海贸易有限公司,我们正在等待答复",
          "李娜,服务很快价格合理"}},
        {"zh_Hant",
         {"big5"},
         {"台北建設公司,請明天回電話", "陳志明,客戶非常滿意", "高雄貿易有限公司,我們正在等待答覆",
          "林小姐,服務很快價格合理"}},
        {"ko",
         {"euc-kr", "windows-949"},
         {"서울건설,내일 다시 전화해 주세요", "김철수,고객이 매우 만족합니다",
          "부산무역 주식회사,답변을 기다리고 있습니다", "이영희,서비스가 빨랐습니다"}},
    };
}

//! As Windows-1258 has it: the tones of Vietnamese are characters of their own.
inline QString withTones(const QString &text)
{
    const QString tones = QStringLiteral("\u0300\u0301\u0303\u0309\u0323");
    QString result;
    for (const QChar c : text) {
        const QString parts = QString(c).normalized(QString::NormalizationForm_D);
        if (parts.size() > 1 && tones.contains(parts.back()))
            result += parts.chopped(1).normalized(QString::NormalizationForm_C) + parts.back();
        else if (parts.size() == 3)
            result += QString(parts).remove(1, 1).normalized(QString::NormalizationForm_C) + parts[1];
        else
            result += c;
    }
    return result;
}
