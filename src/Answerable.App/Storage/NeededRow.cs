using System.Security.Cryptography;
using System.Text.Json;

namespace Answerable.App.Storage;

/// <summary>
/// The one row of a table without which a centre cannot be worked with: scripts make it, and nothing of the product takes it away. A module registers
/// its own, and none is opened without.
/// </summary>
/// <param name="what">As it reads behind "the database has lost", with its table.</param>
/// <param name="stands">Whether it is there and can be read; what cannot be read may throw.</param>
internal sealed class NeededRow(string what, Func<AnswerableDb, CancellationToken, Task<bool>> stands)
{
    /// <summary>What is amiss, in a sentence; null where nothing is.</summary>
    public async Task<string?> AmissAsync(AnswerableDb db, CancellationToken stop)
    {
        try
        {
            if (await stands(db, stop))
                return null;
        }
        catch (KeyFault)
        {
            // A key that is not this centre's is told by whoever needs it, and by health beside all else; nothing is lost.
            return null;
        }
        catch (Exception unread) when (unread is CryptographicException || CannotBeRead(unread))
        {
            // It is said as of one that is not there: either way a backup has it.
        }
        return $"The database has lost {what}, or holds it otherwise than Answerable writes it: restore a backup.";
    }

    /// <summary>What comes of a row that holds what the product never wrote there; a word that is none of those known is an invalid operation to
    /// whoever reads it.</summary>
    public static bool CannotBeRead(Exception unread) => unread is FormatException or InvalidCastException or InvalidOperationException
        or InvalidDataException or ArgumentException or OverflowException or JsonException;
}
