using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Answerable.App.Storage;

/// <summary>What is asked of the database while the writer is held: how often, and how many rows were read for it.</summary>
internal sealed class WriterQuestions : DbCommandInterceptor
{
    public int Asked { get; private set; }
    public int Rows { get; private set; }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Asked++;
        return result;
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Rows += eventData.ReadCount;
        return result;
    }
}
