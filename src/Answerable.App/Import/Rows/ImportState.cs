namespace Answerable.App.Import;

public enum ImportState
{
    /// <summary>Waits until its user has said which column holds what.</summary>
    Mapping = 0,
    /// <summary>Is read through without writing, to show what it would do.</summary>
    Checking = 1,
    /// <summary>Has been read through; waits to be started.</summary>
    Ready = 2,
    Running = 3,
    /// <summary>Will stop after the rows under way.</summary>
    Stopping = 4,
    Stopped = 5,
    Finished = 6,
    Failed = 7,
    /// <summary>Put away before it began; its file is gone.</summary>
    Discarded = 8,
    /// <summary>Nobody has it in hand any more, for whoever had was killed or interrupted: said of a row as it is read, never kept in one.</summary>
    BrokenOff = 9,
    /// <summary>Has been read through, and there is nothing in it to be started for: said of a row as it is read, never kept in one.</summary>
    NothingToImport = 10,
}

public static class ImportStates
{
    public static string Words(this ImportState state) => state switch
    {
        ImportState.Mapping => "Columns to be chosen",
        ImportState.Checking => "Being checked",
        ImportState.Ready => "Ready to start",
        ImportState.Running => "Running",
        ImportState.Stopping => "Stopping",
        ImportState.Stopped => "Stopped",
        ImportState.Finished => "Finished",
        ImportState.Failed => "Failed",
        ImportState.Discarded => "Discarded",
        ImportState.BrokenOff => "Broken off",
        ImportState.NothingToImport => "Nothing to import",
    };
}
