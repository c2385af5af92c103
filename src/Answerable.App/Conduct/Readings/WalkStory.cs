using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Privacy;
using Answerable.App.Storage;
using Answerable.Model.Centre;
using Answerable.Model.Conduct;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Conduct;

/// <summary>A contact's way so far in words: what was done, what is known, what was noted. It goes with the contact to whoever has it next.</summary>
public sealed record WalkStory(
    IReadOnlyList<WalkStory.TrailLine> Trail, IReadOnlyList<WalkStory.KnownLine> Known, IReadOnlyList<WalkStory.NoteLine> Notes, int NotesInAll)
{
    /// <param name="Number">The step's number in the outline.</param>
    /// <param name="What">The answer given, or why it was left out; empty for a step done.</param>
    public sealed record TrailLine(int Number, string Title, VisitKind Kind, string What, DateTimeOffset At, long Ms);

    /// <param name="Value">In words; null where it has been erased.</param>
    /// <param name="Typed">As its field is filled in again.</param>
    public sealed record KnownLine(string Field, string Label, string? Value, string? Typed);

    public sealed record NoteLine(string? Text, string By, DateTimeOffset At, string? Step);

    /// <summary>So many notes stand beside a contact; the others are a page away.</summary>
    public const int MostNotes = 50;

    private static readonly Question<Func<AnswerableDb, ContactId, CaseId, int, IAsyncEnumerable<Noted>>> AskedNotes = new(() => EF.CompileAsyncQuery(
        (AnswerableDb db, ContactId contact, CaseId theCase, int skipped) =>
            db.Set<NoteRow>().AsNoTracking().Where(row => row.Contact == contact || row.Case == theCase)
            .OrderByDescending(row => row.At).ThenBy(row => row.Words).Skip(skipped).Take(MostNotes)
            .Select(row => new Noted(row, db.Set<PersonRow>().Where(person => person.Id == row.By).Select(person => person.Name).FirstOrDefault(),
                db.Set<NoteRow>().Count(each => each.Contact == contact || each.Case == theCase)))));

    internal sealed record Noted(NoteRow Row, string? By, int InAll);

    internal static async Task<WalkStory> OfAsync(AnswerableDb db, ContactId contact, CaseId theCase, Walk? walk, Chart? chart,
        CancellationToken stop)
    {
        var notes = await NotesAsync(db, contact, theCase, stop);
        var words = await PersonalVault.ReadAsync(db, Kept(walk, notes), stop);
        return Of(walk, chart, notes, words, walk is null || chart is null
            ? CentreSettings.Usual.Currency : await CurrencyAsync(db, walk, chart, stop));
    }

    internal static ValueTask<List<Noted>> NotesAsync(AnswerableDb db, ContactId contact, CaseId theCase, CancellationToken stop) =>
        PageOfNotesAsync(db, contact, theCase, 1, stop);

    /// <summary>The notes of a contact and its case, the latest first, fifty a page.</summary>
    internal static ValueTask<List<Noted>> PageOfNotesAsync(AnswerableDb db, ContactId contact, CaseId theCase, int page, CancellationToken stop) =>
        AskedNotes.To(db)(db, contact, theCase, (page - 1) * MostNotes).ToListAsync(stop);

    /// <summary>Where everything personal of the story is kept.</summary>
    internal static IReadOnlyCollection<Guid> Kept(Walk? walk, IReadOnlyList<Noted> notes) =>
        [.. walk?.Known.Values.Select(noted => noted.Kept).OfType<Guid>() ?? [], .. notes.Select(note => note.Row.Words)];

    internal static WalkStory Of(Walk? walk, Chart? chart, IReadOnlyList<Noted> notes, IReadOnlyDictionary<Guid, string> words, Currency currency)
    {
        var (lines, inAll) = (LinesOf(notes, words, chart), notes.Count > 0 ? notes[0].InAll : 0);
        return walk is null || chart is null
            ? new WalkStory([], [], lines, inAll) : new WalkStory(TrailOf(walk, chart), KnownOf(walk, chart, words, currency), lines, inAll);
    }

    internal static NoteLine[] LinesOf(IReadOnlyList<Noted> notes, IReadOnlyDictionary<Guid, string> words, Chart? chart) =>
        [.. notes.Select(note => new NoteLine(words.GetValueOrDefault(note.Row.Words), note.By ?? PersonNames.Gone, note.Row.At,
            note.Row.Node is null ? null : chart?.Find(note.Row.Node)?.Title))];

    // Only where an amount is known is it asked what that is in.
    private static async Task<Currency> CurrencyAsync(AnswerableDb db, Walk walk, Chart chart, CancellationToken stop) =>
        chart.Nodes.OfType<Step>().SelectMany(step => step.Fields).Any(field => field.Type == FieldType.Money && walk.Fact(field.Name) is not null)
            ? (await CentreRow.OfAsync(db, stop)).Read().Currency
            : CentreSettings.Usual.Currency;

    private static TrailLine[] TrailOf(Walk walk, Chart chart) => [.. walk.Trail.Select(visit => new TrailLine(
        chart.NumberOf(visit.Node), chart.Find(visit.Node)?.Title ?? visit.Node, visit.Kind, WhatOf(visit, chart), visit.At, visit.Ms))];

    private static string WhatOf(Visit visit, Chart chart) => visit.Kind switch
    {
        VisitKind.Answered => (chart.Find(visit.Node) as Decision)?.Answers.FirstOrDefault(answer => answer.Key == visit.Answer)?.Label ?? "",
        VisitKind.Skipped => visit.Reason.Words(),
        VisitKind.Done => "",
    };

    private static List<KnownLine> KnownOf(Walk walk, Chart chart, IReadOnlyDictionary<Guid, string> words, Currency currency)
    {
        var lines = new List<KnownLine>();
        foreach (var field in chart.Nodes.OfType<Step>().SelectMany(step => step.Fields).DistinctBy(field => field.Name))
            if (walk.Fact(field.Name) is { } noted)
            {
                var value = noted.Kept is { } kept ? words.GetValueOrDefault(kept) : noted.Value;
                lines.Add(new KnownLine(
                    field.Name, field.Label, value is null
                        ? null : FieldWords.Of(field, value, currency), value is null ? null : FieldWords.Typed(field, value, currency)));
            }
        return lines;
    }
}
