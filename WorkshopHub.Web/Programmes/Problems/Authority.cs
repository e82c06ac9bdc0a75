using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>What sets may decide, as somebody signed it: the sponsor for a whole programme, a supervisor for a member's own problem.</summary>
public sealed record Authority
{
    /// <summary>What may be decided without asking.</summary>
    public string MayDecide { get; init; } = "";

    /// <summary>What must be asked; may be empty.</summary>
    public string MustAsk { get; init; } = "";

    /// <summary>What may be spent, in whole units of the currency; null for nothing.</summary>
    public long? SpendLimit { get; init; }

    /// <summary>Its currency: GBP, EUR, USD or CHF.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Who signed it.</summary>
    public long SignedBy { get; init; }

    /// <summary>That person's name.</summary>
    public string SignedByName { get; init; } = "";

    /// <summary>When (local date).</summary>
    public string SignedAt { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The sum as people write it, e.g. £15,000; empty for nothing.</summary>
    public string Sum => SumOf(SpendLimit, Currency);

    /// <summary>The day it was signed, e.g. 2 March 2026.</summary>
    public string SignedOn => DateOnly.ParseExact(SignedAt, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The statement for a programme, or for one problem of it; null where none was signed.</summary>
    public static Authority? Of(Reads reads, long programmeId, long? problemId = null) => reads.First<Authority>("""
        SELECT a.may_decide, a.must_ask, a.spend_limit, a.currency, a.signed_by, s.name AS SignedByName, a.signed_at, a.version,
          a.changed_at, c.name AS ChangedBy
        FROM authority_statement a JOIN person s ON s.id = a.signed_by LEFT JOIN person c ON c.id = a.changed_by
        WHERE a.programme_id = @programmeId AND a.problem_id IS @problemId
        """, new { programmeId, problemId });

    /// <summary>In which currency a programme counts: as its sponsor signed, or somebody in it; where nobody has, as was signed last in the house.</summary>
    public static string CurrencyOf(Reads reads, long programmeId) => reads.First<string>("""
        SELECT currency FROM authority_statement
        ORDER BY programme_id <> @programmeId, problem_id IS NOT NULL, changed_at DESC, id DESC LIMIT 1
        """, new { programmeId }) ?? AuthorityDetails.Currencies[0];

    /// <summary>A sum as people write it; empty for nothing.</summary>
    public static string SumOf(long? sum, string currency) =>
        sum is not { } limit ? "" : string.Create(CultureInfo.InvariantCulture, $"{Sign(currency)}{limit:N0}");

    /// <summary>The sign of a currency, before the figure.</summary>
    public static string Sign(string currency) => currency switch { "GBP" => "£", "EUR" => "€", "USD" => "$", _ => currency + " " };
}

/// <summary>What a statement says, cleaned.</summary>
/// <param name="MayDecide">What may be decided without asking.</param>
/// <param name="MustAsk">What must be asked.</param>
/// <param name="SpendLimit">What may be spent; null for nothing.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="SignedBy">Who signs; null where nobody was chosen.</param>
/// <param name="SignedAt">When (local date).</param>
public sealed record AuthorityDetails(string MayDecide, string MustAsk, long? SpendLimit, string Currency, long? SignedBy, string SignedAt)
{
    /// <summary>Characters of a text: more can't be read from a wall.</summary>
    public const int TextMax = 280;

    /// <summary>The currencies to choose from.</summary>
    public static IReadOnlyList<string> Currencies { get; } = ["GBP", "EUR", "USD", "CHF"];

    /// <summary>What a form says: sums are written in whole figures, with or without commas.</summary>
    public static AuthorityDetails Typed(string? mayDecide, string? mustAsk, string? sum, string? currency)
    {
        var typed = (sum ?? "").Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        long? whole = typed.Length == 0 ? null : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        return new AuthorityDetails(Line.Clean(mayDecide), Line.Clean(mustAsk), whole, currency ?? "GBP", null, "");
    }

    /// <summary>The sum as people write it; empty for nothing.</summary>
    public string Sum => Authority.SumOf(SpendLimit, Currency);

    /// <summary>Whether anything was typed: an empty form signs nothing.</summary>
    public bool Says => MayDecide.Length + MustAsk.Length > 0 || SpendLimit is not null;

    /// <summary>The same, signed by somebody today, in the organisation's zone.</summary>
    public AuthorityDetails By(Writes writes, long person) => this with
    {
        SignedBy = person,
        SignedAt = TimeZoneInfo.ConvertTime(Utc.Parse(writes.Now), LocalTime.ZoneOf(writes)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public void Check()
    {
        var wrong = new Refusals();
        Limit(wrong, "MayDecide", MayDecide);
        Limit(wrong, "MustAsk", MustAsk);
        wrong.If(MayDecide.Length == 0, "MayDecide", "What may they decide without asking? One or two sentences.");
        wrong.If(
            SpendLimit is < 0 or > 1_000_000_000 || !Currencies.Contains(Currency, StringComparer.Ordinal), "SpendLimit", "Write it in whole figures. 0 is an answer too.");
        wrong.If(
            LocalDay.Read(SignedAt) is null, "SignedAt", "When was it signed? Choose a day.");
        wrong.If(SignedBy is null, "SignedBy", "Who signs it? Choose the person.");
        wrong.Throw();
    }

    private static void Limit(Refusals wrong, string field, string text)
    {
        var length = new StringInfo(text).LengthInTextElements;
        wrong.If(length > TextMax, field, $"{length} characters, {length - TextMax} too many for a wall. Trim a little.");
    }
}

/// <summary>Writes statements.</summary>
public static class AuthorityCommands
{
    /// <summary>Keeps the statement. False where somebody else changed it since the form was shown (version 0: there was none).</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static bool Sign(Writes writes, long programmeId, long? problemId, long version, AuthorityDetails details, long? by)
    {
        details.Check();
        if (details.SignedBy is not { } signer || writes.First<long?>("SELECT id FROM person WHERE id = @signer", new { signer }) is null)
        {
            throw new RefusedException("SignedBy", "Who signs it? Choose the person.");
        }

        var now = Authority.Of(writes, programmeId, problemId);
        if ((now?.Version ?? 0) != version)
        {
            return false;
        }

        var values = new
        {
            programmeId,
            problemId,
            details.MayDecide,
            details.MustAsk,
            details.SpendLimit,
            details.Currency,
            signer,
            details.SignedAt,
            writes.Now,
            by,
        };
        writes.Execute(now is null
            ? """
            INSERT INTO authority_statement (programme_id, problem_id, may_decide, must_ask, spend_limit, currency, signed_by, signed_at,
              created_at, created_by, changed_at, changed_by)
            VALUES (@programmeId, @problemId, @MayDecide, @MustAsk, @SpendLimit, @Currency, @signer, @SignedAt, @Now, @by, @Now, @by)
            """
            : """
            UPDATE authority_statement SET may_decide = @MayDecide, must_ask = @MustAsk, spend_limit = @SpendLimit, currency = @Currency,
              signed_by = @signer, signed_at = @SignedAt, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE programme_id = @programmeId AND problem_id IS @problemId
            """, values);
        return true;
    }
}
