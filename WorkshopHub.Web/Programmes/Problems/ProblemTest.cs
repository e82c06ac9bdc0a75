namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// One of the tests of a good problem: it matters; no clear expertise already exists; there is no known answer, or there have
/// been many failed attempts; somebody lives with the answer.
/// </summary>
/// <param name="Step">The step of the wizard that asks for it, see <see cref="ProblemSteps"/>.</param>
/// <param name="Holds">Whether it is passed.</param>
/// <param name="Words">What to say of it, passed or not.</param>
/// <param name="Or">Another way to pass it, or null.</param>
/// <param name="Button">What to press where it is not passed.</param>
/// <param name="Lack">What is missing, after "it lacks".</param>
/// <param name="IsHard">Whether nothing is offered without it.</param>
public sealed record ProblemTest(string Step, bool Holds, string Words, string? Or, string Button, string Lack, bool IsHard = true)
{
    private static readonly string[] _numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A small number as a word, from a capital letter where it begins a sentence.</summary>
    public static string Number(long number, bool first = false)
    {
        var word = number >= 0 && number < _numbers.Length ? _numbers[number] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return first ? char.ToUpperInvariant(word[0]) + word[1..] : word;
    }

    /// <summary>The tests of a problem, in the order of the wizard.</summary>
    public static IReadOnlyList<ProblemTest> Of(ProblemRow row) => [Matters(row), Expertise(row), Tried(row), Good(row), Client(row)];

    private static ProblemTest Matters(ProblemRow row) => new(
        ProblemSteps.Hurts, row.WhyItMatters.Length > 0, row.WhyItMatters.Length > 0 ? "Why it matters" : "Why does it matter?", null,
        "Say why", "a word on why it matters");

    private static ProblemTest Expertise(ProblemRow row)
    {
        var holds = row is { NoClearExpertise: true, NoClearExpertiseNote.Length: > 0 };
        return new(
            ProblemSteps.Hard, holds, holds ? "Nobody is the expert" : row.NoClearExpertise ? "Why is nobody the expert?" : "Is nobody the expert?",
            null, "Say it", row.NoClearExpertise ? "a word on why nobody is the expert" : "that nobody is clearly the expert");
    }

    private static ProblemTest Tried(ProblemRow row)
    {
        if (row.AnswerIsKnown)
        {
            return new(ProblemSteps.Tried, false, "The answer is known", "then it is a task for a project", "Look again", "an open answer: what only has to be done is a task for a project, and not for a set");
        }

        if (row.Counting >= 2)
        {
            return new(ProblemSteps.Tried, true, $"{Number(row.Counting, true)} failed attempts", null, "", "");
        }

        if (row is { NoKnownAnswer: true, NoKnownAnswerNote.Length: > 0 })
        {
            return new(ProblemSteps.Tried, true, "Nobody knows an answer", null, "", "");
        }

        return row.NoKnownAnswer
            ? new(ProblemSteps.Tried, false, "Why does nobody know an answer?", "or: two failed attempts", "Say it", "a word on why nobody knows an answer")
            : new(
                ProblemSteps.Tried, false, row.Counting == 1 ? "One failed attempt, two needed" : "Two failed attempts needed", "or: no known answer",
                row.Counting == 1 ? "Add one" : "Tell two", "two failed attempts, each with its year and why it failed, or that nobody knows an answer");
    }

    private static ProblemTest Good(ProblemRow row) => new(
        ProblemSteps.Good, row.SuccessLooksLike.Length > 0, row.SuccessLooksLike.Length > 0 ? "What good looks like" : "What would good look like?",
        null, "Say it", "what good looks like", IsHard: false);

    private static ProblemTest Client(ProblemRow row) => new(
        ProblemSteps.Lives, row.ClientId is not null, row.ClientId is not null ? "Client named" : "Who lives with the answer?", null,
        "Name one", "a client");
}
