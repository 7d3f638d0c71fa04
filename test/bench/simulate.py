"""
What src/engine does with a model without a care team and without changes, in NumPy's vectorized form: all trials side by
side, month after month.

    simulate.py MODEL VALUES FIGURES

writes the margin of every trial (the total, then the months) to FIGURES, and then, for every line of standard input, works
out all trials and the percentiles once more and prints the milliseconds that took.
"""

import json
import sys
import time

import numpy as np

given = json.load(open(sys.argv[1]))
model, trials = given["model"], given["trials"]
values = np.fromfile(sys.argv[2]).reshape(len(given["cells"]), trials)
months = model["months"]
programs, payers, costs = model["programs"], model["payers"], model["costs"]
names = [row["name"] for row in programs]
segments = [[s for s, row in enumerate(payers) if row["program"] == name] for name in names]


def number(value):
    return float("nan") if value is None else float(value)


def column(level, key):
    """A driver's values by row and trial; one for all trials where it does not vary."""
    rows = model[level]
    of = np.array([[number(row[key])] for row in rows])
    for cells, drawn in zip(given["cells"], values):
        if cells["level"] == level and cells["key"] == key:
            of = np.repeat(of, trials, axis=1) if of.shape[1] == 1 else of
            of[cells["rows"]] = drawn
    return of


def unless_noise(left, whole):
    return np.where(left < 1e-12 * whole, 0.0, left)


def simulate():
    weights = {"average": (0.5, 0.0, 0.5), "closing": (0.0, 0.0, 1.0), "retained": (0.0, 1.0, 0.0)}[model["basis"]]
    program = {key: column("programs", key) for key in programs[0] if key not in ("name", "delayMonths")}
    payer = {key: column("payers", key) for key in payers[0] if key not in ("program", "payer", "paymentPattern")}
    active_of, new_of, cash_of = [], [], []
    gained = np.zeros((months, trials))
    for p, own in enumerate(segments):
        of = {key: column[p] for key, column in program.items()}
        by = {key: column[own] for key, column in payer.items()}
        share = by["shareOfPanel"] / by["shareOfPanel"].sum(axis=0)
        causes = of["dischargeRate"] + of["disengagementRate"] + of["benefitChangeRate"] + of["adverseEventRate"]
        multiplied = causes * by["attritionMultiplier"]
        factor = np.where(multiplied > 1, by["attritionMultiplier"] / np.maximum(multiplied, 1), by["attritionMultiplier"])
        stay = 1 - causes * factor
        drop_off = np.minimum(of["earlyDropOffRate"], 1 - np.minimum(1, multiplied))
        success = by["cleanClaimRate"] + (1 - by["cleanClaimRate"]) * by["appealRate"] * by["overturnRate"]
        paid = by["realizationRate"] * success * by["allowedPppm"]
        collected_rate = by["collectedRate"]
        delays = by["daysToPay"][:, 0] / 30
        launch = int(of["launchMonth"][0]) - 1
        cash = np.zeros((months, trials))
        active = np.zeros((months, trials))
        new = np.zeros((months, trials))
        waiting = np.zeros(trials)
        enrolled = of["openingPatients"] + np.zeros(trials)
        demand = of["referrals"] * of["conversionRate"]
        panel = recent = None
        for t in range(launch, months):
            candidates = np.minimum(
                demand + waiting * (1 - model["waitingLossRate"]),
                unless_noise(of["eligiblePatients"] - enrolled, of["eligiblePatients"]),
            )
            joined = np.minimum(candidates, of["enrollmentLimit"])
            waiting = candidates - joined
            enrolled = enrolled + joined
            new[t] = joined
            opening = of["openingPatients"] * share if t == launch else panel
            left = opening * stay
            if recent is not None:
                left = left - recent * drop_off
            staying = unless_noise(left, opening)
            recent = joined * share
            panel = staying + recent
            patients = opening * weights[0] + staying * weights[1] + panel * weights[2]
            active[t] = patients.sum(axis=0)
            revenue = patients * paid
            collected = revenue * collected_rate
            gained[t] += collected.sum(axis=0)
            for s, delay in enumerate(delays):
                whole = int(delay)
                later = collected[s] * (delay - whole)
                if t + whole < months:
                    cash[t + whole] += collected[s] - later
                if t + whole + 1 < months:
                    cash[t + whole + 1] += later
        active_of.append(active)
        new_of.append(new)
        cash_of.append(cash)

    spent = np.zeros((months, trials))
    together = [sum(of) for of in (active_of, new_of, cash_of)]
    drivers = {key: column("costs", key) for key in ("amount", "patientsPerUnit", "minimumUnits")}
    for c, item in enumerate(costs):
        own = names.index(item["program"]) if item["program"] is not None else None
        active, new, cash = together if own is None else (active_of[own], new_of[own], cash_of[own])
        first, last = int(max(1, item["startMonth"])) - 1, int(min(months, item["endMonth"]))
        month = np.arange(first, last)
        grown = drivers["amount"][c] * ((1 + item["annualIncrease"]) ** (month // 12))[:, None]
        if item["basis"] == "per month":
            spent[first:last] += grown
        elif item["basis"] == "one-off":
            spent[first] += drivers["amount"][c]
        elif item["basis"] == "per active patient":
            spent[first:last] += grown * active[first:last]
        elif item["basis"] == "per new patient":
            spent[first:last] += grown * new[first:last]
        elif item["basis"] == "percent of cash":
            spent[first:last] += drivers["amount"][c] * cash[first:last]
        else:
            units = active[first:last] / drivers["patientsPerUnit"][c]
            spent[first:last] += grown * np.maximum(
                drivers["minimumUnits"][c], np.ceil(units - 1e-9 * np.maximum(1, units))
            )
    margin = gained - spent
    return np.concatenate([margin.sum(axis=0)[None, :], margin])


simulate().tofile(sys.argv[3])
print("ready", flush=True)
for line in sys.stdin:
    start = time.process_time()
    figures = simulate()
    np.quantile(figures, given["shares"], axis=1)
    figures.mean(axis=1)
    (figures >= 0).mean(axis=1)
    print((time.process_time() - start) * 1e3, flush=True)
