using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Home;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Journeys;

/// <summary>A cell "Carried over" of a run of show: what an item leaves, and where it is found at the other end.</summary>
/// <param name="Workshop">0 for the kick-off, 1 for the mid-term, 2 for the final.</param>
/// <param name="Cell">What the plan calls it.</param>
/// <param name="Format">The format that has it; null for both.</param>
public sealed record CarriedCell(int Workshop, string Cell, string? Format = null)
{
    /// <summary>Rows that must be there; @workshop is the workshop.</summary>
    public string? Rows { get; init; }

    /// <summary>What it is carried over as; null where it stays in rows of its own.</summary>
    public string? Target { get; init; }

    /// <summary>False where people need not leave any in every workshop; what they leave must be found all the same.</summary>
    public bool IsAlways { get; init; } = true;

    /// <summary>The cells of the three runs of show.</summary>
    public static IReadOnlyList<CarriedCell> All { get; } =
    [
        new(0, "Attendance") { Rows = "SELECT count(*) FROM participant WHERE workshop_id = @workshop" },
        new(0, "Baseline of the pulse") { Rows = Of("pulse_answer", "pulse") },
        new(0, "Baseline of the connections") { Rows = Of("connection", "connections") },
        new(0, "Posts kept") { Rows = "SELECT count(*) FROM post p JOIN activity a ON a.id = p.activity_id WHERE a.workshop_id = @workshop AND p.state = 'Shown'" },
        new(0, "Open questions to the problem's page", "CommonProblem") { Target = "ProblemQuestion", IsAlways = false },
        new(0, "Preferences", "CommonProblem") { Rows = Of("preference_rank", "preference") },
        new(0, "The set's problem", "CommonProblem") { Target = "SetProblem", Rows = "SELECT count(*) FROM sets WHERE problem_id IS NOT NULL AND problem_reason <> ''" },
        new(0, "Board", "CommonProblem") { Rows = Of("preference_choice", "preference") },
        new(0, "The set's first questions") { Target = "FirstQuestion" },
        new(0, "The set's name") { Target = "SetName", Rows = "SELECT count(*) FROM sets WHERE name NOT IN ('Circle', 'Triangle', 'Square', 'Diamond', 'Hexagon', 'Star')" },
        new(0, "Goals") { Rows = "SELECT count(*) FROM developmental_goal WHERE @workshop > 0" },
        new(0, "Commitments") { Target = "Commitment" },
        new(0, "Matches") { Target = "Match", IsAlways = false, Rows = "SELECT count(*) FROM offer o JOIN activity a ON a.id = o.activity_id WHERE a.workshop_id = @workshop" },
        new(0, "Requests to the mid-term") { Target = "Request", IsAlways = false },
        new(0, "Actions for meeting 1") { Target = "Action" },
        new(0, "Word list") { Rows = Of("word_given", "word") },
        new(1, "Progress notes") { Target = "ProgressNote" },
        new(1, "Questions to the set's page") { Target = "SetQuestion" },
        new(1, "Learnings") { Rows = Of("post", "mid-learnings") },
        new(1, "Figures of time and doors") { Rows = Of("pulse_answer", "mid-pulse") },
        new(1, "Door requests") { Target = "DoorRequest", IsAlways = false },
        new(1, "Marked learnings") { Target = "Learning" },
        new(1, "Self-rating at the mid-term") { Rows = "SELECT count(*) FROM self_rating WHERE moment = 'MidTerm' AND @workshop > 0" },
        new(1, "Commitments to the final") { Target = "Commitment" },
        new(2, "After values of the pulse") { Rows = Of("pulse_answer", "pulse") },
        new(2, "After values of the connections") { Rows = Of("connection", "connections") },
        new(2, "Outcomes") { Rows = "SELECT count(*) FROM outcome WHERE @workshop > 0" },
        new(2, "The sponsor's answers") { Target = "Decision" },
        new(2, "The clients' steps", "CommonProblem") { Target = "Action" },
        new(2, "Learnings about working like this") { Rows = Of("post", "final-learnings") },
        new(2, "Proposed problems") { Target = "ProposedProblem", Rows = "SELECT count(*) FROM problem WHERE state = 'Proposed' AND owner_id IS NULL AND @workshop > 0" },
        new(2, "Self-rating at the final") { Rows = "SELECT count(*) FROM self_rating WHERE moment = 'Final' AND @workshop > 0" },
        new(2, "Commitments for 90 days") { Target = "Commitment" },
        new(2, "Words") { Rows = Of("word_given", "word") },
        new(2, "Volunteers") { Target = "Volunteer" },
    ];

    /// <summary>Whether something that was carried over stands where it is needed.</summary>
    public static async Task<bool> StandsAsync(ThreeWorkshops three, HttpClient desk, Carried one)
    {
        var programme = $"/programmes/{three.World.Programme}";
        return one.Target switch
        {
            "Action" or "Commitment" or "Match" or "Request" when one.PersonId is not null => await three.ReadAsync(reads => OwnFromWorkshops.Of(reads, one.PersonId!.Value).Any(own => own.Id == one.Id)),
            "FirstQuestion" => await three.ReadAsync(reads => FromWorkshops.OfSet(reads, one.SetId!.Value, true).Lines.Any(line => line.Id == one.Id)),
            "ProblemQuestion" => await HasAsync($"{programme}/problems", $"id=\"carried-{one.Id}\""),
            "ProposedProblem" => await three.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM problem WHERE id = @ThingId", one)) == 1
                && await HasAsync($"{programme}/problems", $"href=\"/problems/{one.ThingId}\""),
            "Volunteer" => await HasAsync(programme, $"id=\"carried-{one.Id}\""),
            _ => await HasAsync($"{programme}/sets/{one.SetId}", $"id=\"carried-{one.Id}\""),
        };

        async Task<bool> HasAsync(string page, string mark) =>
            (await desk.PageAsync(page, "The facilitator")).Contains(mark, StringComparison.Ordinal);
    }

    /// <summary>What else undoing must have put back; null where it has.</summary>
    public static string? NotBack(Reads reads, Carried one) => one.Target switch
    {
        "SetName" when reads.First<string>("SELECT name FROM sets WHERE id = @SetId", one) != one.Before => "The set has not its former name.",
        "SetProblem" when reads.First<long?>("SELECT problem_id FROM sets WHERE id = @SetId", one) == one.ThingId => "The set has the problem still.",
        _ => null,
    };

    private static string Of(string table, string series) =>
        $"SELECT count(*) FROM {table} x JOIN activity a ON a.id = x.activity_id WHERE a.workshop_id = @workshop AND a.series = '{series}'";
}
