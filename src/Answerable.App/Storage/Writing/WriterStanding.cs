namespace Answerable.App.Storage;

/// <summary>How the writer stands: how many wait for it, when it last committed and how long that took.</summary>
internal sealed record WriterStanding(int Waiting, DateTimeOffset? CommittedAt, TimeSpan Took);
