using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// Who a member's supervisor is, as somebody typed it. A slip of the finger never makes a person: where nobody has the name or
/// the address it is asked who is meant, and somebody new comes in only when that is said.
/// </summary>
/// <param name="Text">A name or an e-mail address; empty for nobody.</param>
/// <param name="Choice">What was answered when it was asked: a person's number, <see cref="New"/>, or null where it was not.</param>
public sealed record SupervisorWords(string? Text, string? Choice)
{
    /// <summary>The answer that it is somebody who is not here yet.</summary>
    public const string New = "new";

    /// <summary>The words without blanks around them.</summary>
    public string Clean => Line.Clean(Text);

    /// <summary>Whether it is not clear who is meant: nobody has the name or address, or several people have the name.</summary>
    public bool IsOpen(Reads reads) => Clean.Length > 0 && (IsAddress ? PersonRow.ByEmail(reads, Clean) is null : PersonRow.ByName(reads, Clean).Count != 1);

    /// <summary>Whether somebody new can come in by this: a name that nobody has.</summary>
    public bool MayBeNew(Reads reads) => Clean.Length > 0 && !IsAddress && PersonRow.ByName(reads, Clean).Count == 0;

    /// <summary>Whom it means; null for nobody.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="present">Who is the supervisor now: meant where several people have the name.</param>
    /// <param name="by">Who says it.</param>
    /// <exception cref="RefusedException">It is not clear who is meant (field Supervisor).</exception>
    public long? Find(Writes writes, long? present, long? by)
    {
        if (Clean.Length == 0)
        {
            return null;
        }

        if (long.TryParse(Choice, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && PersonRow.Find(writes, chosen) is not null)
        {
            return chosen;
        }

        if (IsAddress)
        {
            return PersonRow.ByEmail(writes, Clean)?.Id ?? throw Refused($"Nobody here has the address {Clean}.");
        }

        return PersonRow.ByName(writes, Clean) switch
        {
            [var one] => one.Id,
            [] when Choice == New => Made(writes, by),
            [] => throw Refused($"Nobody here is called {Clean}."),
            var same => same.FirstOrDefault(one => one.Id == present)?.Id ?? throw Refused($"There are {same.Count} people called {Clean}."),
        };
    }

    private bool IsAddress => Clean.Contains('@', StringComparison.Ordinal);

    private static RefusedException Refused(string words) => new("Supervisor", $"{words} Nothing is saved yet.");

    private long Made(Writes writes, long? by)
    {
        try
        {
            return PersonCommands.Add(writes, new PersonDetails(NameOrder.Plain(Clean), null, "", ""), by);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException("Supervisor", refused.Message);
        }
    }
}

/// <summary>What is asked beside the field where it is not clear who is meant.</summary>
/// <param name="Words">What was typed.</param>
/// <param name="Near">The nearest people here.</param>
/// <param name="MayBeNew">Whether somebody new can come in by it.</param>
public sealed record SupervisorAsk(string Words, IReadOnlyList<NearPerson> Near, bool MayBeNew)
{
    /// <summary>Asks; null where it is clear.</summary>
    public static SupervisorAsk? Of(Reads reads, SupervisorWords words) =>
        words.IsOpen(reads) ? new(words.Clean, NearPerson.To(reads, words.Clean), words.MayBeNew(reads)) : null;
}
