using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>
/// A rating that its owner has shown to an advisor of the set, one by one and on purpose. It is shown to that person: whoever
/// advises the set after them has been shown nothing.
/// </summary>
/// <param name="Moment">KickOff, MidTerm or Final.</param>
/// <param name="AdvisorId">Who reads it.</param>
/// <param name="Name">Their full name.</param>
public sealed record RatingShown(string Moment, long AdvisorId, string Name)
{
    /// <summary>What of a membership is shown to whoever advises its set now.</summary>
    public static IReadOnlyList<RatingShown> Of(Reads reads, long membership) => reads.Query<RatingShown>(
        """
        SELECT x.moment AS Moment, x.advisor_id AS AdvisorId, p.name AS Name
        FROM rating_shown x
        JOIN membership m ON m.id = x.membership_id
        JOIN role_assignment a ON a.set_id = m.set_id AND a.role = 'Advisor' AND a.person_id = x.advisor_id
        JOIN person p ON p.id = x.advisor_id
        WHERE x.membership_id = @membership
        ORDER BY p.name COLLATE NAMES
        """,
        new { membership });

    /// <summary>Who advises the set of a membership now.</summary>
    public static IReadOnlyList<SetAdvisor> Advisors(Reads reads, long membership) => reads.Query<SetAdvisor>(
        """
        SELECT p.id AS Id, p.name AS Name
        FROM membership m
        JOIN role_assignment a ON a.set_id = m.set_id AND a.role = 'Advisor' AND a.person_id <> m.person_id
        JOIN person p ON p.id = a.person_id
        WHERE m.id = @membership
        ORDER BY p.name COLLATE NAMES
        """,
        new { membership });

    /// <summary>
    /// Its owner shows one rating to an advisor of the set, or keeps it again. That it was shown, to whom and when, stays in the
    /// log; never what. False where there is no such rating, or that person does not advise the set.
    /// </summary>
    public static bool Tell(Writes writes, long membership, string moment, long advisor, bool shared)
    {
        if (Advisors(writes, membership).All(one => one.Id != advisor) || RatingRow.Of(writes, membership).All(one => one.Moment != moment))
        {
            return false;
        }

        var changed = writes.Execute(shared
            ? "INSERT INTO rating_shown (membership_id, moment, advisor_id) VALUES (@membership, @moment, @advisor) ON CONFLICT DO NOTHING"
            : "DELETE FROM rating_shown WHERE membership_id = @membership AND moment = @moment AND advisor_id = @advisor",
            new { membership, moment, advisor }) == 1;
        GoalCommands.Note(writes, membership, !changed ? null : shared ? "share-rating-with-advisor" : "unshare-rating-with-advisor");
        return true;
    }
}

/// <summary>Somebody who advises a set.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Full name.</param>
public sealed record SetAdvisor(long Id, string Name)
{
    /// <summary>First name.</summary>
    public string First => Called.First(Name);
}
