using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Search;

/// <summary>Something that was found, and that the viewer may read.</summary>
public sealed record Found
{
    /// <summary>How many are looked at; who finds more needs another word.</summary>
    public const int Most = 200;

    private const char Open = '\u0002';
    private const char Shut = '\u0003';

    // The sort of thing, and the row of the table of rights that it follows.
    private static readonly (string Kind, Artefact Of)[] _kinds =
    [
        ("Question", Artefact.Airtime), ("Assumption", Artefact.Airtime), ("Action", Artefact.Actions), ("Report", Artefact.Actions),
        ("Reflection", Artefact.Reflections), ("StudyNote", Artefact.StudyNotes), ("Decision", Artefact.StudyNotes), ("Solution", Artefact.Work),
        ("Guest", Artefact.GuestInvitations),
    ];

    // A supervisor reads what is of their own member and not what is of the set: only what was shown to them is found.
    private static readonly string _may = JsonSerializer.Serialize(
        from kind in _kinds
        from role in Enum.GetValues<Role>()
        let extent = AccessTable.Reads(kind.Of, role)
        where extent >= Extent.Shared
        select new[] { kind.Kind, role.ToString(), extent >= Extent.Own && role != Role.Supervisor ? "R" : "S" });

    /// <summary>The sort of thing: Post, Question, Reflection and so on.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Learning, Question, Action, Offer, Request, Outcome or Work.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Its words with the signs around what was looked for; see <see cref="Parts"/>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose words they are, or null where they are a set's.</summary>
    public string? Who { get; init; }

    /// <summary>Where it was said.</summary>
    public string Where { get; init; } = "";

    /// <summary>A reflection that its writer alone reads.</summary>
    public bool IsMine => Where.StartsWith("For you alone", StringComparison.Ordinal);

    /// <summary>Local day of it.</summary>
    public string Date { get; init; } = "";

    /// <summary>The page that it stands on; empty where there is none that the viewer may open.</summary>
    public string Href { get; init; } = "";

    /// <summary>The place of its set, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>That set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>Its words in pieces: what was looked for, and what stands around it.</summary>
    public IReadOnlyList<(string Text, bool IsHit)> Parts
    {
        get
        {
            var parts = new List<(string, bool)>();
            foreach (var piece in Text.Split(Open))
            {
                var end = piece.IndexOf(Shut, StringComparison.Ordinal);
                if (end > 0)
                {
                    parts.Add((piece[..end], true));
                }

                if (end + 1 < piece.Length)
                {
                    parts.Add((piece[(end + 1)..], false));
                }
            }

            return parts;
        }
    }

    /// <summary>The filter that it belongs to.</summary>
    public string Group => Sort switch { "Offer" or "Request" => "Offer", var sort => sort };

    /// <summary>Looks for what the viewer may read and that holds all the words; without words, what was learned last.</summary>
    public static IReadOnlyList<Found> Of(Reads reads, Viewer viewer, string? words)
    {
        var match = Match(words);
        return reads.Query<Found>(
            match is null ? SearchSql.Last : SearchSql.ByWords,
            new { match, me = viewer.PersonId, office = viewer.IsFacilitator || viewer.IsAdmin, may = _may, limit = match is null ? 20 : Most });
    }

    /// <summary>
    /// What was typed as a question to the index: every word, or its beginning; what stands in quotes, together. Nothing that was
    /// typed is taken for a sign of the index's own language. Null where there is no word in it.
    /// </summary>
    public static string? Match(string? typed)
    {
        var asked = new List<string>();
        foreach (var (index, piece) in (typed ?? "").Replace('“', '"').Replace('”', '"').Split('"').Index())
        {
            var words = Words(piece).Take(8).ToList();
            asked.AddRange(index % 2 == 1 && words.Count > 0 ? [$"\"{string.Join(' ', words)}\""] : words.Select(word => $"\"{word}\"*"));
        }

        return asked.Count == 0 ? null : string.Join(' ', asked.Take(12));
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}
