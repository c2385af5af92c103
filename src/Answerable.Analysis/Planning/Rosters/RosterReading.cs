using Answerable.Model;

namespace Answerable.Analysis.Planning.Rosters;

/// <summary>An instance file as far as it has been read.</summary>
internal sealed class RosterReading
{
    private const int MostDays = 3660;
    private readonly List<ShiftType> shifts = [];
    private readonly List<RosterPerson> people = [];
    private readonly List<ShiftRequest> requests = [];
    private readonly List<CoverNeed> cover = [];
    private readonly Dictionary<string, int> shiftIds = [];
    private readonly Dictionary<string, int> personIds = [];
    private readonly HashSet<(int, int)> covered = [];
    private int days;

    public void Take(string section, RosterLine line)
    {
        switch (section)
        {
            case "SECTION_HORIZON": days = line.Whole(0, "days of the horizon", 1, MostDays); break;
            case "SECTION_SHIFTS": Shift(line); break;
            case "SECTION_STAFF": Person(line); break;
            case "SECTION_DAYS_OFF": DaysOff(line); break;
            case "SECTION_SHIFT_ON_REQUESTS": Request(line, true); break;
            case "SECTION_SHIFT_OFF_REQUESTS": Request(line, false); break;
            case "SECTION_COVER": Cover(line); break;
            default: line.Wrong("section", section.Length == 0 ? "has not begun" : $"\"{section}\" is not known"); break;
        }
    }

    private void Shift(RosterLine line)
    {
        var id = line.Text(0, "ShiftID");
        var barred = line.Fields > 2 ? line.Text(2, "shifts which cannot follow").Split('|', StringSplitOptions.RemoveEmptyEntries) : [];
        if (!shiftIds.TryAdd(id, shifts.Count))
            line.Wrong("ShiftID", $"\"{id}\" occurs twice");
        shifts.Add(new(id, line.Whole(1, "length in minutes", 1, 1441), barred));
    }

    private void Person(RosterLine line)
    {
        var id = line.Text(0, "ID");
        if (!personIds.TryAdd(id, people.Count))
            line.Wrong("ID", $"\"{id}\" occurs twice");
        var contract = new RosterContract(
            MaxMinutes: line.Whole(2, "MaxTotalMinutes"), MinMinutes: line.Whole(3, "MinTotalMinutes"),
            MaxDaysInARow: line.Whole(4, "MaxConsecutiveShifts", 1), MinDaysInARow: line.Whole(5, "MinConsecutiveShifts"),
            MinDaysOffInARow: line.Whole(6, "MinConsecutiveDaysOff"), MaxWeekends: line.Whole(7, "MaxWeekends"),
            MaxShifts: MaxShifts(line));
        if (contract.MinMinutes > contract.MaxMinutes)
            line.Wrong("MinTotalMinutes", $"{contract.MinMinutes} is above MaxTotalMinutes {contract.MaxMinutes}");
        people.Add(new(id, contract, []));
    }

    private int[] MaxShifts(RosterLine line)
    {
        var most = Enumerable.Repeat(days, shifts.Count).ToArray();
        foreach (var limit in line.Text(1, "MaxShifts").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = line.Part(limit, '=');
            var (shift, number) = (pair.Known(0, "MaxShifts shift", shiftIds), pair.Whole(1, "MaxShifts number"));
            line.Blame(pair);
            if (pair.Fault is null)
                most[shift] = number;
        }
        return most;
    }

    private void DaysOff(RosterLine line)
    {
        var person = line.Known(0, "EmployeeID", personIds);
        int[] off = [.. Enumerable.Range(1, line.Fields - 1).Select(field => line.Whole(field, "day off", 0, days))];
        if (line.Fault is null)
            people[person] = people[person] with { DaysOff = [.. people[person].DaysOff, .. off] };
    }

    private void Request(RosterLine line, bool wanted) =>
        requests.Add(new(
            line.Known(0, "EmployeeID", personIds), line.Whole(1, "Day", 0, days),
            line.Known(2, "ShiftID", shiftIds), wanted, line.Whole(3, "Weight", 0, MostWeight)));

    private void Cover(RosterLine line)
    {
        var need = new CoverNeed(
            line.Whole(0, "Day", 0, days), line.Known(1, "ShiftID", shiftIds), line.Whole(2, "Requirement", 0, MostWeight),
            line.Whole(3, "weight for under", 0, MostWeight), line.Whole(4, "weight for over", 0, MostWeight));
        if (!covered.Add((need.Day, need.Shift)))
            line.Wrong("Day and ShiftID", "have their cover given twice");
        cover.Add(need);
    }

    /// <summary>Weights are bounded so that the search's exact whole-number sums cannot overflow.</summary>
    private const int MostWeight = 10_001;

    public Outcome<RosterProblem> Finish()
    {
        if (days == 0)
            return new Refusal("roster.horizon", "SECTION_HORIZON gives no number of days.");
        if (shifts.Count == 0)
            return new Refusal("roster.shifts", "SECTION_SHIFTS names no shift.");
        if (people.Count == 0)
            return new Refusal("roster.staff", "SECTION_STAFF names nobody.");
        if (cover.Count == 0)
            return new Refusal("roster.cover", "SECTION_COVER asks for nobody; is the file cut short?");
        foreach (var shift in shifts)
            if (shift.NotFollowedBy.FirstOrDefault(id => !shiftIds.ContainsKey(id)) is { } unknown)
                return new Refusal("roster.succession", $"Shift {shift.Id} names \"{unknown}\" as not to follow it, which is not a shift.");
        return new RosterProblem(days, shifts, people, requests, cover);
    }
}
