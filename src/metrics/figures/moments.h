// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace gauge::metrics {

//! Mean, deviation and correlation of pairs, one by one. Sums of squares would lose the digits of numbers
//! that are large and close together (Welford; Chan, Golub and LeVeque 1983 for the merge).
class Moments
{
public:
    void add(double x, double y);
    void merge(const Moments &other);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] std::optional<double> meanX() const;
    //! Of x, with n − 1; from two pairs on.
    [[nodiscard]] std::optional<double> deviationX() const;
    //! Pearson's; from three pairs on, unless one side is always the same.
    [[nodiscard]] std::optional<double> correlation() const;

private:
    qint64 m_count = 0;
    double m_meanX = 0;
    double m_meanY = 0;
    double m_squaresX = 0; //!< of the differences from the mean
    double m_squaresY = 0;
    double m_products = 0;
};

} // namespace gauge::metrics
