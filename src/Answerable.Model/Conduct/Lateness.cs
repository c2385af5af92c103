namespace Answerable.Model.Conduct;

/// <summary>An answer that did not come by the time promised: how late it is, and what the one who asked can do.</summary>
public static class Lateness
{
    /// <summary>Null while there is time still.</summary>
    public static long? Ms(DateTimeOffset answerBy, DateTimeOffset now) => now > answerBy ? (long)(now - answerBy).TotalMilliseconds : null;

    public static string WayOn(ReferralMatter matter) => matter == ReferralMatter.Contact
        ? "Tell the customer. You may refer it again to another role, withdraw it and go on yourself, or agree a time to call back and leave it "
            + "for later."
        : "Tell the customer. You may withdraw it and go on, refer the contact itself to somebody else, or agree a time to call back and leave it "
            + "for later: the answer waits for whoever resumes it.";
}
