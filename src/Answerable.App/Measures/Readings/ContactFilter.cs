using System.Globalization;
using Answerable.Analysis.Measures;
using Answerable.App.Contacts;
using Answerable.App.Journal;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>Picks from the contacts' rows exactly those a figure counted.</summary>
internal static class ContactFilter
{
    public static IQueryable<ContactRow> Apply(AnswerableDb db, ContactsBehind reading, Labels labels, KpiContacts kpis)
    {
        var rows = PartOf(db, reading, kpis).Where(row => row.ArrivedAt >= reading.From && row.ArrivedAt < reading.To);
        var kinds = reading.Kinds.ToArray();
        rows = rows.Where(row => kinds.Contains(row.Kind));
        foreach (var (dimension, text) in reading.Only)
            rows = Held(rows, dimension, text.Length == 0
                ? text : labels.KeyOf(dimension, text) is var key && key != text && key != $"={text}" ? key : text);
        return rows;
    }

    private static IQueryable<ContactRow> PartOf(AnswerableDb db, ContactsBehind reading, KpiContacts kpis)
    {
        var (threshold, brief) = (reading.Parameters.ThresholdSeconds * 1000L, reading.Parameters.ShortSeconds * 1000L);
        var real = db.Set<ContactRow>().Where(row => !row.Excluded);
        var answered = real.Where(row => row.AnsweredAt != null && row.Direction != Direction.Outbound);
        var abandoned = real.Where(row => row.State == ContactState.Abandoned && row.Direction != Direction.Outbound);
        return reading.Part switch
        {
            ContactPart.All => real,
            ContactPart.Answered => answered,
            ContactPart.AnsweredInTime => answered.Where(row => row.WaitMs <= threshold),
            ContactPart.AnsweredLate => answered.Where(row => row.WaitMs > threshold),
            ContactPart.Abandoned => abandoned,
            ContactPart.AbandonedShort => abandoned.Where(row => row.WaitMs <= brief),
            ContactPart.Waiting => real.Where(row => row.State == ContactState.Waiting && row.Direction != Direction.Outbound),
            ContactPart.Handled => real.Where(row => row.State == ContactState.Handled),
            ContactPart.Repeated => kpis.Of("contacts-not-repeated", ContactPart.Missed),
            ContactPart.Excluded => db.Set<ContactRow>().Where(row => row.Excluded),
            _ => kpis.Of(reading.Kpi ?? "contacts", reading.Part),
        };
    }

    private static IQueryable<ContactRow> Held(IQueryable<ContactRow> rows, Dimension dimension, string key)
    {
        switch (dimension)
        {
            case Dimension.Kind when ByName.Of<FactKind>(key) is { } kind:
                return rows.Where(row => row.Kind == kind);
            case Dimension.Channel when ByName.Of<Model.Contacts.Channel>(key) is { } channel:
                return rows.Where(row => row.Channel == channel);
            case Dimension.Direction when ByName.Of<Direction>(key) is { } direction:
                return rows.Where(row => row.Direction == direction);
            case Dimension.Source:
                return rows.Where(row => row.Source == key);
            case Dimension.Queue:
                return rows.Where(row => row.Queue == key);
            case Dimension.Type:
                return key.Length == 0 ? rows.Where(row => row.Type == null) : rows.Where(row => row.Type == key);
            case Dimension.Team:
                return key.Length == 0
                    ? rows.Where(row => row.Team == null) : IdOf(key) is { } team ? rows.Where(row => row.Team == new TeamId(team)) : Nothing(rows);
            case Dimension.Agent:
                return OfAgent(rows, key);
            case Dimension.Version:
                return OfVersion(rows, key);
            default:
                return Nothing(rows);
        }
    }

    private static IQueryable<ContactRow> OfAgent(IQueryable<ContactRow> rows, string key)
    {
        if (key.Length == 0)
            return rows.Where(row => row.Agent == null && row.AgentName == null);
        if (IdOf(key) is { } person)
            return rows.Where(row => row.Agent == new PersonId(person));
        var name = key.TrimStart('=');
        return rows.Where(row => row.Agent == null && row.AgentName == name);
    }

    private static IQueryable<ContactRow> OfVersion(IQueryable<ContactRow> rows, string key)
    {
        if (key.Length == 0)
            return rows.Where(row => row.Procedure == null);
        return key.Split('/') is [var procedure, var number] && IdOf(procedure) is { } id
            && int.TryParse(number, CultureInfo.InvariantCulture, out var version)
            ? rows.Where(row => row.Procedure == new ProcedureId(id) && (row.Version ?? 0) == version)
            : Nothing(rows);
    }

    private static Guid? IdOf(string key) => Guid.TryParse(key, out var id) ? id : null;

    private static IQueryable<ContactRow> Nothing(IQueryable<ContactRow> rows) => rows.Where(row => false);
}
