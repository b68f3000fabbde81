// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/respondents.h"

#include "sandbox/recordtext.h"

namespace gauge::sandbox {

namespace {

constexpr std::size_t contactsPerAccount = 60;
constexpr std::array<std::string_view, 3> mailDomains{"example.com", "example.org", "example.net"};
constexpr std::array<std::string_view, languageCount> dialCodes{"+44",  "+31", "+49", "+33", "+34",
                                                                "+351", "+39", "+81", "+971"};

} // namespace

struct Respondents::Person
{
    std::size_t account;
    std::int64_t contact;
    const Name &first;
    const Name &last;
};

Respondents::Person Respondents::personOf(std::int64_t invitation) const
{
    // The square makes a few accounts large and many small.
    const double u = m_dice.share(invitation, Purpose::Account);
    const auto account = static_cast<std::size_t>(u * u * static_cast<double>(accounts().size()));
    const auto contact = static_cast<std::int64_t>(
        account * contactsPerAccount + m_dice.pick(invitation, Purpose::Contact, contactsPerAccount));
    const auto language = accounts()[account].language;
    const auto first = firstNames(language);
    const auto last = lastNames(language);
    return {account, contact, first[m_dice.pick(contact, Purpose::FirstName, first.size())],
            last[m_dice.pick(contact, Purpose::LastName, last.size())]};
}

const Account &Respondents::accountOf(std::int64_t invitation) const
{
    return accounts()[personOf(invitation).account];
}

Seconds Respondents::createdAt(std::int64_t invitation) const
{
    return m_population.sentAt(invitation)
        - static_cast<Seconds>(300 + roll(invitation, Purpose::Creation) % 7000);
}

Seconds Respondents::orderedAt(std::int64_t invitation) const
{
    return m_population.sentAt(invitation) - day
        - static_cast<Seconds>(roll(invitation, Purpose::Order) % (5 * day));
}

void Respondents::appendPerson(std::string &out, std::int64_t invitation, bool anonymised) const
{
    const auto person = personOf(invitation);
    const auto &account = accounts()[person.account];
    out += R"("contact":{"first_name":)";
    appendQuoted(out, anonymised ? "***" : person.first.shown);
    appendText(out, "last_name", anonymised ? "***" : person.last.shown);
    out += R"(},"account":{"name":)";
    appendQuoted(out, account.name);
    appendText(out, "number", account.number);
    out += '}';
    appendNumbers(out, invitation, person);
    appendReach(out, invitation, person, anonymised);
}

void Respondents::appendNumbers(std::string &out, std::int64_t invitation, const Person &person) const
{
    const auto customer = 1000 + person.contact * 37;
    out += R"(,"number_customergauge":)";
    appendNumber(out, m_population.numberOf(invitation));
    out += R"(,"number_customer":)";
    if (isQuirky(invitation, Purpose::QuirkCustomer, 11)) {
        appendNumber(out, customer);
    } else {
        out += '"';
        appendPadded(out, customer, 8);
        out += '"';
    }
    out += R"(,"number_order":")";
    if (invitation % 5 == 0) {
        out += "ORD-";
        appendPadded(out, invitation, 6);
    } else { // 18 digits: more than a double, and so a careless spreadsheet, can hold
        out += "450";
        appendPadded(out, invitation * 1009 + 7, 15);
    }
    out += '"';
}

void Respondents::appendReach(std::string &out, std::int64_t invitation, const Person &person,
                              bool anonymised) const
{
    out += R"(,"email":")";
    if (anonymised) {
        appendNumber(out, static_cast<std::int64_t>(roll(invitation, Purpose::Anonymised) >> 16U));
        out += "@example.com";
    } else {
        out += person.first.ascii;
        out += '.';
        out += person.last.ascii;
        appendNumber(out, person.contact % 100);
        out += '@';
        out += mailDomains[person.account % mailDomains.size()];
    }
    out += '"';
    if (isQuirky(invitation, Purpose::QuirkMissing, 12))
        return;
    out += R"(,"phone":)";
    const auto kind = m_dice.pick(person.contact, Purpose::Phone, 300'000);
    if (anonymised || kind % 10 == 0) {
        out += "null";
        return;
    }
    out += '"';
    if (kind % 3 == 0) {
        out += "020555"; // begins with a zero that a spreadsheet must not eat
    } else {
        out += dialCodes[static_cast<std::size_t>(accounts()[person.account].language)];
        out += " (20) 555-";
    }
    appendPadded(out, static_cast<std::int64_t>(kind / 30), 4);
    out += '"';
}

void Respondents::appendDates(std::string &out, std::int64_t invitation) const
{
    appendDate(out, "date_creation", createdAt(invitation));
    appendDate(out, "date_order", orderedAt(invitation));
    appendDate(out, "date_sent", m_population.sentAt(invitation));
}

void Respondents::appendProperties(std::string &out, std::int64_t invitation) const
{
    const auto person = personOf(invitation);
    const auto &account = accounts()[person.account];
    const auto pick = roll(invitation, Purpose::Property);
    const auto choose = [pick](auto words, unsigned shift) { return words[(pick >> shift) % words.size()]; };
    const auto property = [&out](std::string_view field, std::string_view reference) {
        appendPair(out, "field", field, "reference", reference);
    };
    out += R"(,"properties":[)";
    property("Country", account.country);
    property("Division", account.division);
    property("Touchpoint", choose(touchpoints(), 0));
    property("Key Contact", pick % 4 == 0 ? "Y" : "");
    property("Segment A", pick % 7 == 0 ? "" : segments()[person.account % segments().size()]);
    property("Account Manager", accountManagers()[person.account % accountManagers().size()]);
    property("Product line", choose(productLines(), 8));
    std::string contract;
    appendPadded(contract, static_cast<std::int64_t>(person.account) * 7919 + 13, 10);
    property("Contract number", contract);
    property("Order value",
             std::to_string(pick / 256 % 90000) + (account.division == "EMEA" ? ",50" : ".50"));
    if (m_shape.extraProperties > 0) {
        forSlice(invitation, m_shape.extraProperties, [&](std::int64_t n) {
            property("Property " + std::to_string(n),
                     "value " + std::to_string(roll(invitation + n, Purpose::ExtraProperty) % 100));
        });
    }
    out += ']';
}

void Respondents::appendOddities(std::string &out, std::int64_t invitation) const
{
    if (isQuirky(invitation, Purpose::QuirkFields, 9))
        out += R"(,"custom_fields":[{"field":"Cost centre","reference":"0815"},{"field":"Tier","reference":null}])";
    if (isQuirky(invitation, Purpose::QuirkUnknown, 10)) {
        out += R"(,"sentiment_score":0.73,"history":{"seen":[1,2,{"by":null}]},"checksum":123456789012345678901234567890)"
               R"(,"clé étrange / ~1":"kept?")";
    }
}

} // namespace gauge::sandbox
