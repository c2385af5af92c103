using System.Text.Json;
using Answerable.App.Centre;
using Answerable.Model.Centre;
using Answerable.Model.Demo;
using Answerable.Model.Journal;

namespace Answerable.App.Journal;

/// <summary>A centre's settings as the journal tells them so far.</summary>
internal sealed class SettingsTold
{
    private readonly Dictionary<string, string> _weeks = [];
    private readonly Dictionary<(DateOnly, string), string> _days = [];
    private readonly List<string> _names = [CentreSettings.Usual.Name];
    private CentreChanged _said = new(CentreSettings.Usual.Name, CentreSettings.Usual.Zone, CentreSettings.Usual.Currency.Code,
        CentreSettings.Usual.Holidays!.Value.Code());
    private bool _demo;

    public void Hear(Fact fact)
    {
        switch (fact)
        {
            // An earlier version left an invented place without its name.
            case DemoBegun begun: _demo = true; _names.Add(begun.Place); break;
            case CentreChanged changed:
                _said = changed with { AfterContactMinutes = changed.AfterContactMinutes ?? _said.AfterContactMinutes };
                _names.Clear();
                _names.Add(changed.Name);
                break;
            case OpeningWeekChanged week: _weeks[week.Queue] = Said(week.Days); break;
            case OpeningWeekRemoved gone: _weeks.Remove(gone.Queue); break;
            case SpecialDaySet day: _days[(day.Date, day.Queue)] = Said([day.Open, day.Why]); break;
            case SpecialDayRemoved gone: _days.Remove((gone.Date, gone.Queue)); break;
        }
    }

    /// <summary>What stands otherwise, each in words behind "the centre's".</summary>
    public IEnumerable<string> Differing(CentreRow row)
    {
        if (!_names.Contains(row.Name))
            yield return $"name is '{row.Name}'";
        if (row.Zone != _said.Zone)
            yield return $"time zone is {row.Zone}";
        if (row.Currency != _said.Currency)
            yield return $"currency is {row.Currency}";
        if (row.Holidays != _said.Holidays)
            yield return row.Holidays.Length == 0 ? "bank holidays are none" : $"bank holidays are those of {row.Holidays}";
        if (row.AfterContactMinutes != _said.AfterContactMinutes)
            yield return row.AfterContactMinutes is { } minutes
                ? $"time for after-contact work is {minutes:#,0} minutes" : "time for after-contact work is the usual";
        if (row.Demo != _demo)
            yield return row.Demo ? "mark says that it is a demo" : "mark, that it is a demo, is gone";
        foreach (var part in Hours(row))
            yield return part;
    }

    private IEnumerable<string> Hours(CentreRow row)
    {
        if (Read(row) is not { } hours)
        {
            yield return "opening hours are not as the product writes them";
            yield break;
        }
        foreach (var queue in Unlike(hours.Weeks.Select(week => (week.Queue, Said(week.Days.Select(OpenSpan.Words)))), _weeks))
            yield return $"opening hours of {Queue(queue)} are others";
        foreach (var (date, queue) in Unlike(
            hours.Special.Select(day => ((day.Date, day.Queue), Said([OpenSpan.Words(day.Open), day.Why]))), _days))
            yield return $"special day {date:yyyy-MM-dd} of {Queue(queue)} is another";
    }

    private static OpeningHours? Read(CentreRow row)
    {
        try
        {
            return row.Opening();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Queue(string queue) => queue.Length == 0 ? "all queues" : $"the queue {queue}";

    private static string Said(IEnumerable<string> words) => string.Join('\n', words);

    private static IEnumerable<TKey> Unlike<TKey>(IEnumerable<(TKey Key, string Said)> rows, Dictionary<TKey, string> told) where TKey : notnull
    {
        var kept = rows.ToLookup(row => row.Key, row => row.Said);
        return kept.Select(same => same.Key).Union(told.Keys)
            .Where(key => kept[key].Take(2).ToList() is not [var said] || said != told.GetValueOrDefault(key));
    }
}
