namespace Answerable.Model.People;

/// <summary>How often one may be wrong before one has to wait: passwords and codes count together.</summary>
public static class Lockout
{
    public const int Tries = 5;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);
}
