using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>
/// A reminder to copy: what is still to be done and where, never a word that is confidential. It is sent by whoever copies it.
/// </summary>
/// <param name="To">Where it goes: addresses as a mail program takes them; empty where none is known.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its words.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The address that opens a mail program with it.</summary>
    public string Mail => $"mailto:{To}?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(Text)}";

    /// <summary>The reminder of one need.</summary>
    public static Letter Of(Board board, Need need, string from) => Write(board, need.People, [need.Ask], from);

    /// <summary>One letter a person, with everything that is still theirs to do, one below the other.</summary>
    public static string OfAll(Board board, IEnumerable<Need> needs, string from) => string.Join("\n\n· · ·\n\n", needs
        .SelectMany(need => need.People, (need, person) => (need, person))
        .GroupBy(one => one.person.Id)
        .Select(one => Write(board, [one.First().person], [.. one.Select(all => all.need.Ask).Distinct()], from))
        .Select(letter => letter.To.Length > 0 ? $"To: {letter.To}\n{letter.Text}" : letter.Text));

    /// <summary>What each person is asked for, as a mail of the hub says it: subject and words, without greeting and link.</summary>
    public static IReadOnlyList<(NeedPerson To, string Subject, string Text)> Mails(Board board, IEnumerable<Need> needs) =>
    [
        .. needs.SelectMany(need => need.People, (need, person) => (need, person)).Where(one => one.person.Email is not null).GroupBy(one => one.person.Id)
            .Select(one => (one.First().person, SubjectOf(board), $"{Body(board, [.. one.Select(all => all.need.Ask).Distinct()])} It stands on your page:")),
    ];

    /// <summary>What really happened when people were to be reminded by e-mail.</summary>
    /// <param name="put">How many mails went into the outbox.</param>
    /// <param name="before">How many people have had the same today already.</param>
    /// <param name="without">Who has no address.</param>
    public static string Told(int put, int before, IReadOnlyList<NeedPerson> without) => string.Join(' ', new[]
    {
        put switch
        {
            0 => "No mail went out.",
            1 => "1 reminder is in the outbox and goes out now.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{put} reminders are in the outbox and go out now."),
        },
        before switch
        {
            0 => "",
            1 => "1 person had the same today already.",
            _ => string.Create(CultureInfo.InvariantCulture, $"{before} people had the same today already."),
        },
        without.Count == 0 ? "" : $"{Checklist.Listed([.. without.Select(person => person.Name)])} {(without.Count == 1 ? "has" : "have")} no e-mail address: copy the letter for them.",
        put + before == 0 && without.Count == 0 ? "Nothing is late by now." : "",
    }.Where(words => words.Length > 0));

    private static string SubjectOf(Board board) => $"{board.Rows.Programme.Name}: something waits for you";

    private static string Body(Board board, IReadOnlyList<string> asks)
    {
        var begins = board.KickOff is { } date
            ? $" begins on {DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM", CultureInfo.InvariantCulture)}. We" : ": we";
        var what = asks.Count == 1 ? $" still need from you: {asks[0]}." : $" still need from you:\n{string.Join('\n', asks.Select(ask => $"– {ask}"))}";
        return $"{board.Rows.Programme.Name}{begins}{what}";
    }

    private static Letter Write(Board board, IReadOnlyList<NeedPerson> people, IReadOnlyList<string> asks, string from)
    {
        return new Letter(
            string.Join(',', people.Select(person => person.Email).OfType<string>()),
            SubjectOf(board),
            $"Dear {Checklist.Listed([.. people.Select(person => person.First)])},\n\n{Body(board, asks)}\n"
            + (board.Address is { } address ? $"It stands on your page: {address}\n" : "It stands on your own page of the hub.\n")
            + $"\nThank you, {from.Split(' ')[0]}");
    }
}
