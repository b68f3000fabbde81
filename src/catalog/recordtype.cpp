// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/recordtype.h"

#include <algorithm>
#include <array>

namespace gauge::catalog {

//! Generated from the files of recordtypes/.
std::vector<RecordType> builtInRecordTypes();

namespace {

struct TypeName
{
    ValueType type;
    const char *name;
};

constexpr std::array typeNames{
    TypeName{ValueType::Text, "text"},     TypeName{ValueType::Number, "number"},
    TypeName{ValueType::Date, "date"},     TypeName{ValueType::DateTime, "date-time"},
    TypeName{ValueType::Choice, "choice"}, TypeName{ValueType::Email, "e-mail"},
    TypeName{ValueType::Phone, "phone"}};

//! Those that mail nobody come first, and the one that people upload most before all.
std::vector<RecordType> inOrder(std::vector<RecordType> types)
{
    std::stable_sort(types.begin(), types.end(), [](const RecordType &a, const RecordType &b) {
        const auto rank = [](const RecordType &type) {
            return type.id == QLatin1String("activities") ? 0 : type.mailsCustomers ? 2 : 1;
        };
        return rank(a) < rank(b);
    });
    return types;
}

} // namespace

QString valueTypeName(ValueType type)
{
    const auto found = std::find_if(typeNames.begin(), typeNames.end(),
                                    [type](const TypeName &each) { return each.type == type; });
    return found == typeNames.end() ? QString() : QLatin1String(found->name);
}

std::optional<ValueType> valueTypeFromName(const QString &name)
{
    const auto found = std::find_if(typeNames.begin(), typeNames.end(),
                                    [&](const TypeName &each) { return name == QLatin1String(each.name); });
    return found == typeNames.end() ? std::nullopt : std::optional(found->type);
}

std::vector<ValueType> valueTypes()
{
    std::vector<ValueType> types;
    for (const TypeName &each : typeNames)
        types.push_back(each.type);
    return types;
}

const StandardHeading *RecordType::heading(const QString &name) const
{
    const auto found = std::find_if(headings.begin(), headings.end(),
                                    [&](const StandardHeading &each) { return each.name == name; });
    return found == headings.end() ? nullptr : &*found;
}

const std::vector<RecordType> &recordTypes()
{
    static const std::vector<RecordType> types = inOrder(builtInRecordTypes());
    return types;
}

const RecordType *findRecordType(const QString &id)
{
    const std::vector<RecordType> &types = recordTypes();
    const auto found
        = std::find_if(types.begin(), types.end(), [&](const RecordType &type) { return type.id == id; });
    return found == types.end() ? nullptr : &*found;
}

bool isUpdatedByKey(const QString &id)
{
    const RecordType *type = findRecordType(id);
    return type != nullptr && type->isUpdatedByKey;
}

QStringList recordTypeIds()
{
    QStringList ids;
    for (const RecordType &type : recordTypes())
        ids.append(type.id);
    return ids;
}

} // namespace gauge::catalog
