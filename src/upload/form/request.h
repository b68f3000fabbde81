// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "service/connection.h"
#include "upload/form/formrecord.h"

namespace gauge::upload {

//! How a record travels. The JSON body is not documented by the service.
enum class RecordForm { Parameters, JsonBody };

//! PUT …/records/ of one record as it is, without authorization.
[[nodiscard]] net::HttpRequest recordRequest(const service::Connection &connection, const QString &reference,
                                             const FormRecord &record,
                                             RecordForm form = RecordForm::Parameters);

//! \a record without the fields that have no value: an empty one would empty it in CustomerGauge.
[[nodiscard]] FormRecord withoutEmpty(FormRecord record);

//! A request as a person may see and copy it: whole, but for the secret.
struct Preview
{
    QByteArray method;
    QString url;
    QStringList headers; //!< "Name: value", with $GAUGEDESK_TOKEN or $GAUGEDESK_API_KEY for the secret
    QString body;
    QString curl; //!< one line for a POSIX shell
};

//! What stands in for the secret in a preview.
enum class SecretName { Token, ApiKey };

[[nodiscard]] Preview preview(const net::HttpRequest &request, SecretName secret);

} // namespace gauge::upload
