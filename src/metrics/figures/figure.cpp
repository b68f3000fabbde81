// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/figure.h"

namespace gauge::metrics {

Figure &Figure::operator+=(const Figure &other)
{
    counts.promoters += other.counts.promoters;
    counts.passives += other.counts.passives;
    counts.detractors += other.counts.detractors;
    records += other.records;
    return *this;
}

Figure &Figure::operator-=(const Figure &other)
{
    counts.promoters -= other.counts.promoters;
    counts.passives -= other.counts.passives;
    counts.detractors -= other.counts.detractors;
    records -= other.records;
    return *this;
}

Invited &Invited::operator+=(const Invited &other)
{
    answered += other.answered;
    unanswered += other.unanswered;
    youngAnswered += other.youngAnswered;
    youngUnanswered += other.youngUnanswered;
    return *this;
}

} // namespace gauge::metrics
