
namespace Answerable.App.Conduct;

/// <summary>What live pages of this module listen on.</summary>
public static class Topics
{
    public const string Queue = "queue";
    public const string Referrals = "referrals";

    public static string Desk(PersonId person) => $"desk:{person}";
}
