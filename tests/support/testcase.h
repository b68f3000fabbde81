// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace gauge::test {

//! Base of every test class: a Qt warning that was not announced with QTest::ignoreMessage() fails
//! the test function, and so does a secret in the log: tests give secrets names with "canary" in them. A
//! subclass with its own init() calls TestCase::init() first.
class TestCase : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected Q_SLOTS:
    void init();
};

} // namespace gauge::test
