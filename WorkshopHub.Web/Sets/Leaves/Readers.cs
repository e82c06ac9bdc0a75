using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>Who reads what leaves the room, by name, said before anything leaves.</summary>
/// <param name="Champions">The set's champion.</param>
/// <param name="Sponsors">The sponsor.</param>
/// <param name="Clients">The client of the set's problem.</param>
/// <param name="Facilitators">Whoever runs the programme.</param>
/// <param name="Supervisors">How many supervisors its members have.</param>
/// <param name="OthersToo">The other sets read progress notes already: the mid-term is over.</param>
public sealed record Readers(
    IReadOnlyList<string> Champions, IReadOnlyList<string> Sponsors, IReadOnlyList<string> Clients, IReadOnlyList<string> Facilitators,
    long Supervisors, bool OthersToo)
{
    /// <summary>Who reads a progress note.</summary>
    public string OfNote => $"To {Listed([.. Champions, .. Sponsors, .. Clients, Supervisors == 1 ? "your supervisor" : "your supervisors"])}"
        + $"{(Facilitators.Count > 0 ? $", and {Listed(Facilitators)} in the programme office" : "")}. "
        + (OthersToo ? "The other sets read it too." : "The other sets read it after the mid-term.");

    /// <summary>Who reads a learning.</summary>
    public static string OfLearning(string set) => $"To everybody in the programme, as {set}’s, without a name.";

    /// <summary>Who reads a request for a door.</summary>
    public string OfDoor
    {
        get
        {
            List<string> also = [.. Sponsors.Except(Champions), .. Facilitators];
            return Champions.Count == 0 ? $"To whom you choose.{(also.Count > 0 ? $" {Listed(also)} can see it." : "")}"
                : $"To {Listed(Champions)}, your champion.{(also.Count > 0 ? $" {Listed(also)} can see it." : "")}";
        }
    }

    /// <summary>Names as a sentence has them: A, B and C.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>Who they are for a set.</summary>
    public static Readers Of(Reads reads, long set)
    {
        var people = reads.Query<(string Role, string Name)>(
            """
            SELECT r.role, p.name FROM sets s JOIN role_assignment r ON r.programme_id = s.programme_id JOIN person p ON p.id = r.person_id
            WHERE s.id = @set AND (r.role IN ('Sponsor', 'Facilitator') OR (r.role = 'Champion' AND r.set_id = s.id))
            UNION
            SELECT 'Client', c.name FROM sets s JOIN problem b ON b.id = s.problem_id JOIN person c ON c.id = b.client_id WHERE s.id = @set
            ORDER BY 1, 2
            """, new { set }).ToLookup(one => one.Role, one => one.Name);
        var programme = reads.First<long>("SELECT programme_id FROM sets WHERE id = @set", new { set });
        return new Readers(
            [.. people["Champion"]], [.. people["Sponsor"]], [.. people["Client"]], [.. people["Facilitator"]],
            reads.First<long>("SELECT count(DISTINCT supervisor_id) FROM membership WHERE set_id = @set AND left_at IS NULL", new { set }),
            Moments.Of(reads, programme).AfterMidTerm);
    }
}
