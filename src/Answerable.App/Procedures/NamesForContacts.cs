using Answerable.App.Contacts;
using Answerable.App.Storage;
using Answerable.Model.Procedures;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Procedures;

/// <summary>What contacts write as codes of contact types, procedures and endings, by name.</summary>
internal sealed class NamesForContacts : IContactNames
{
    public async Task<IReadOnlyDictionary<string, string>> TypesAsync(IReadOnlyCollection<string> codes, AnswerableDb db, CancellationToken stop) =>
        await db.Set<ContactTypeRow>().Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, stop);

    public async Task<IReadOnlyDictionary<string, string>> AllTypesAsync(AnswerableDb db, CancellationToken stop) =>
        await db.Set<ContactTypeRow>().ToDictionaryAsync(row => row.Code, row => row.Name, stop);

    public Task<string?> ProcedureAsync(ProcedureId procedure, AnswerableDb db, CancellationToken stop) =>
        db.Set<ProcedureRow>().Where(row => row.Id == procedure)
            .Join(db.Set<ContactTypeRow>(), row => row.ContactType, type => type.Id, (row, type) => type.Name).SingleOrDefaultAsync(stop);

    public async Task<string?> EndingAsync(ProcedureId procedure, int version, string ending, AnswerableDb db, CancellationToken stop) =>
        (await VersionsInForce.ChartAsync(db, procedure, version, stop))?.Nodes.OfType<Ending>().FirstOrDefault(node => node.Key == ending)?.Title;
}
