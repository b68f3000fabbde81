// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/recordplan.h"

namespace gauge::service {

namespace {

//! RFC 6901: "~1" is "/", "~0" is "~".
std::string unescapedKey(std::string_view token)
{
    std::string key;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape
            = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        key += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
    }
    return key;
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

PlanNode *PlanNode::find(std::string_view name)
{
    const std::size_t count = children.size();
    for (std::size_t step = 0; step < count; ++step) {
        std::size_t index = expected + step;
        if (index >= count)
            index -= count;
        if (children[index].key == name) {
            expected = index + 1 == count ? 0 : index + 1;
            return &children[index];
        }
    }
    return nullptr;
}

PlanNode *PlanNode::at(std::string_view pointer)
{
    PlanNode *node = this;
    if (pointer.empty() || pointer.front() != '/')
        return nullptr;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t slash = std::min(pointer.find('/'), pointer.size());
        const std::string name = unescapedKey(pointer.substr(0, slash));
        pointer.remove_prefix(slash);
        PlanNode *child = node->find(name);
        if (!child) {
            PlanNode &made = node->children.emplace_back();
            made.key = name;
            made.path = node->path.empty() ? name : node->path + '.' + name;
            child = &made;
        }
        node = child;
    }
    return node;
}

PlanNode recordPlan(const catalog::Endpoint &endpoint)
{
    PlanNode root;
    for (std::size_t i = 0; i < endpoint.columns.size(); ++i) {
        const catalog::Column &column = endpoint.columns[i];
        if (PlanNode *node = root.at(view(column.pointer)))
            node->column = int(i);
        if (PlanNode *node = root.at(view(column.alias)))
            node->aliasOf = int(i);
    }
    for (std::size_t i = 0; i < endpoint.dynamicColumns.size(); ++i) {
        if (PlanNode *node = root.at(view(endpoint.dynamicColumns[i].pointer)))
            node->list = int(i);
    }
    return root;
}

} // namespace gauge::service
