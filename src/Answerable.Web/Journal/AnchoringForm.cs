using System.Globalization;

namespace Answerable.Web.Journal;

/// <summary>Where anchors are to go, as it was typed.</summary>
internal sealed record AnchoringForm(string Path, string Url, string MailTo, long? Revision)
{
    public static AnchoringForm Of(IFormCollection form) => new(
        form["Form.Path"].ToString(), form["Form.Url"].ToString(), form["Form.MailTo"].ToString(),
        long.TryParse(form["Form.Revision"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null);
}
