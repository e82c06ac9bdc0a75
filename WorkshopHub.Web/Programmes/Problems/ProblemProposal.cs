using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>A problem that people in a workshop propose: it stands in the programme's list until somebody works on it.</summary>
/// <param name="Id">The problem.</param>
/// <param name="WasThere">Whether a problem of that title stood in the list already.</param>
public sealed record ProblemProposal(long Id, bool WasThere)
{
    /// <summary>Puts words into the list as a proposed problem; the same words stand there once.</summary>
    public static ProblemProposal Make(Writes writes, long programme, string words)
    {
        var title = TitleOf(words);
        var there = writes.First<long?>(
            "SELECT id FROM problem WHERE programme_id = @programme AND title = @title COLLATE NOCASE AND owner_id IS NULL",
            new { programme, title });
        return there is { } id ? new ProblemProposal(id, true) : new ProblemProposal(
            ProblemCommands.Add(writes, programme, new ProblemDetails { Title = title, Description = words }, null), false);
    }

    /// <summary>Takes a proposal out of the list, unless somebody has worked on it since.</summary>
    public static void TakeBack(Writes writes, long id) => writes.Execute(
        """
        DELETE FROM problem
        WHERE id = @id AND state = 'Proposed' AND version = 1
          AND NOT EXISTS (SELECT 1 FROM sets s WHERE s.problem_id = problem.id)
        """,
        new { id });

    private static string TitleOf(string words)
    {
        var line = Line.Clean(words);
        if (line.Length <= ProblemDetails.TitleMax)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', ProblemDetails.TitleMax - 2);
        return line[..(space > ProblemDetails.TitleMax / 2 ? space : ProblemDetails.TitleMax - 1)].TrimEnd(',', ';', ':') + "…";
    }
}
