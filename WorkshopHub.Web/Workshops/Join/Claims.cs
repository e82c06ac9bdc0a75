using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>A phone that wants a name which another phone has.</summary>
public sealed record Claim
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>Whose name it wants.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The workshop.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name's set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>Asked, LetIn or Refused.</summary>
    public string State { get; init; } = "";

    /// <summary>When it asked (UTC text).</summary>
    public string AskedAt { get; init; } = "";
}

/// <summary>Asking to be let in, and the answer by the other phone, the set's advisor or the facilitator.</summary>
public static class Claims
{
    /// <summary>The cookie of a phone that waits at the door.</summary>
    public const string Cookie = "wh_claim";

    private const string Columns =
        """
        SELECT c.id, c.participant_id, j.workshop_id, j.name, j.set_id, c.state, c.asked_at
        FROM claim c
        JOIN participant j ON j.id = c.participant_id
        """;

    /// <summary>Asks for a name that another phone has. A press that comes twice asks once.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="participant">Whose name.</param>
    /// <param name="device">The token that the page proposed for this phone.</param>
    /// <returns>The secret by which this phone finds its answer.</returns>
    public static string Ask(Writes writes, long participant, string device)
    {
        var token = Tokens.IsToken(device) && (Of(writes, device) is not { } asked || asked.ParticipantId == participant) ? device : Tokens.New();
        writes.Execute(
            "INSERT INTO claim (token_hash, participant_id, asked_at) VALUES (@hash, @participant, @Now) ON CONFLICT DO NOTHING",
            new { hash = Tokens.Hash(token), participant, writes.Now });
        return token;
    }

    /// <summary>The claim of a phone that waits, or null.</summary>
    public static Claim? Of(Reads reads, string? token) => !Tokens.IsToken(token) ? null : reads.First<Claim>(
        Columns + " WHERE c.token_hash = @hash", new { hash = Tokens.Hash(token!) });

    /// <summary>Claims of a workshop that wait for an answer, oldest first.</summary>
    public static IReadOnlyList<Claim> Waiting(Reads reads, long workshop) => reads.Query<Claim>(
        Columns + " WHERE j.workshop_id = @workshop AND c.state = 'Asked' ORDER BY c.id", new { workshop });

    /// <summary>Claims on one participant that wait for an answer.</summary>
    public static IReadOnlyList<Claim> WaitingFor(Reads reads, long participant) => reads.Query<Claim>(
        Columns + " WHERE c.participant_id = @participant AND c.state = 'Asked' ORDER BY c.id", new { participant });

    /// <summary>Lets the phone in. By a facilitator or the set's advisor it is vouched for; by the other phone it is not.</summary>
    /// <returns>False where the claim was answered before or is not of this workshop.</returns>
    public static bool LetIn(Writes writes, long workshop, long claim, Assurance assurance, long? by)
    {
        var hash = writes.First<string>("SELECT token_hash FROM claim WHERE id = @claim", new { claim });
        if (!Answer(writes, workshop, claim, "LetIn", by))
        {
            return false;
        }

        var participant = writes.First<long>("SELECT participant_id FROM claim WHERE id = @claim", new { claim });
        Seats.AddDeviceOf(writes, participant, assurance, hash!);
        return true;
    }

    /// <summary>Says no.</summary>
    /// <returns>False where the claim was answered before or is not of this workshop.</returns>
    public static bool Refuse(Writes writes, long workshop, long claim, long? by) =>
        Answer(writes, workshop, claim, "Refused", by);

    private static bool Answer(Writes writes, long workshop, long claim, string state, long? by)
    {
        var done = writes.Execute(
            """
            UPDATE claim SET state = @state, answered_at = @Now
            WHERE id = @claim AND state = 'Asked'
              AND participant_id IN (SELECT id FROM participant WHERE workshop_id = @workshop)
            """,
            new { state, writes.Now, claim, workshop }) == 1;
        if (done)
        {
            Audit.Note(writes, by, workshop, state == "LetIn" ? "let-in" : "refuse", "claim", claim);
        }

        return done;
    }
}
