namespace Answerable.App.Storage;

/// <summary>One thing that waits for the writer.</summary>
/// <param name="name">What it is called where the writer's time is measured.</param>
internal abstract class Errand(string name)
{
    public string Name => name;

    public abstract Task PerformAsync(Batch batch);
    public abstract void Committed();
    public abstract void Failed(Exception why);
}
