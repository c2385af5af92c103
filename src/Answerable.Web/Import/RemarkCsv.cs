using System.Text;
using Answerable.App.Acts;
using Answerable.App.Import;
using Answerable.Web.Shared;

namespace Answerable.Web.Import;

/// <summary>Rejected or repaired rows as a table to download, written page by page however many there are.</summary>
internal static class RemarkCsv
{
    private const int PageSize = 5000;

    public static async Task<IResult> WriteAsync(Guid id, RemarkKind kind, HttpContext http, Dispatcher dispatcher)
    {
        var found = await dispatcher.AskAsync(new ImportRecord(ImportId.From(id)), ActorOf.User(http.User)!, http.RequestAborted);
        if (!found.Allowed)
            return Reply.Refused(found.Refusals);
        return CsvBody.Download(to => RowsAsync(to, id, kind, ActorOf.User(http.User)!, dispatcher, http.RequestAborted),
            $"{Path.GetFileNameWithoutExtension(found.Value.File)}-{kind.ToString().ToLowerInvariant()}.csv");
    }

    private static async Task RowsAsync(Stream to, Guid id, RemarkKind kind, Model.People.Actor who, Dispatcher dispatcher, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(false));
        await text.WriteAsync(CsvBody.Line("line", kind == RemarkKind.Rejected ? "reason" : "repair", "row"));
        for (var page = 1; ; page++)
        {
            var remarks = (await dispatcher.AskAsync(new ImportRemarks(ImportId.From(id), kind, page, PageSize), who, stop)).Value;
            foreach (var remark in remarks)
                await text.WriteAsync(CsvBody.Line(remark.Line, remark.Reason, remark.Text));
            if (remarks.Count < PageSize)
                return;
        }
    }
}
