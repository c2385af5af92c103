namespace Answerable.Model.Conduct;

/// <summary>Why a contact closed before its procedure reached an outcome.</summary>
public enum BreakOffReason
{
    CustomerLeft = 0,
    ContactLost = 1,
    OtherMatter = 2,
    ServedOtherwise = 3,
}

public static class BreakOffReasons
{
    public static string Words(this BreakOffReason reason) => reason switch
    {
        BreakOffReason.CustomerLeft => "The customer ended it",
        BreakOffReason.ContactLost => "The connection was lost",
        BreakOffReason.OtherMatter => "It turned out to be another matter",
        BreakOffReason.ServedOtherwise => "It was settled another way",
    };
}
