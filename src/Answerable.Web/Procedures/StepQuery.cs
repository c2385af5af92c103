using System.Globalization;
using Answerable.Analysis.Conduct;
using Answerable.Analysis.Measures;
using Answerable.App.Conduct;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.People;
using Answerable.Web.Shared;

namespace Answerable.Web.Procedures;

/// <summary>Which walks the figures of a version's steps are of, and what its chart is shaded by. The address is the whole of it.</summary>
public sealed class StepQuery
{
    private const int MostDays = 365;
    private readonly Dictionary<string, string> _given;

    /// <param name="inForceFrom">Since when the version has been followed; nobody walked it before.</param>
    public StepQuery(IQueryCollection query, DateTimeOffset now, DateTimeOffset? inForceFrom)
    {
        _given = query.Where(pair => pair.Value.ToString().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value[^1]!);
        Last = DateOf("last") ?? Local.Day(now);
        First = DateOf("from") is { } first && first <= Last ? first : UsualFirst(inForceFrom);
        Role = ByName.Of<Role>(Given("role")) is { } role && Roles.Line.Contains(role) ? role : null;
        Channel = ByName.Of<Channel>(Given("channel"));
        Shade = StepKpis.All.FirstOrDefault(kpi => kpi.Name == Given("shade")) ?? StepKpis.MedianTime;
    }

    public DateOnly First { get; }

    /// <summary>The last day shown, itself included.</summary>
    public DateOnly Last { get; }
    public Role? Role { get; }
    public Channel? Channel { get; }

    /// <summary>The figure the chart is shaded by.</summary>
    public Kpi Shade { get; }

    /// <summary>What was asked for and could not be; null where the days shown are those asked for.</summary>
    public string? Amiss => Unread("from") || Unread("last") ? $"Write days as 2026-10-09. Shown are {Local.Date(First)} to {Local.Date(Last)}."
        : DateOf("from") > Last ? $"The first day must not be after the last. Shown are {Local.Date(First)} to {Local.Date(Last)}."
        : null;

    public StepFigures For(ProcedureId procedure, int version) => new(procedure, version, First, Last.AddDays(1)) { Role = Role, Channel = Channel };

    private DateOnly UsualFirst(DateTimeOffset? inForceFrom)
    {
        var year = Last.AddDays(1 - MostDays);
        return inForceFrom is { } from && Local.Day(from) is var day && day > year && day <= Last ? day : year;
    }

    private string? Given(string name) => _given.GetValueOrDefault(name);

    private DateOnly? DateOf(string name) => Local.DayWritten(Given(name));

    private bool Unread(string name) => Given(name) is not null && DateOf(name) is null;
}
