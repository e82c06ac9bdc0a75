using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Calendars;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.House;

/// <summary>What is asked for: of the set Circle, of its people, and of the workshop's room.</summary>
public sealed partial class Planted
{
    public string Post { get; } = Tokens.New();

    public string Offer { get; } = Tokens.New();

    /// <summary>The secret of the guest's page.</summary>
    public string GuestToken { get; } = Tokens.New();

    /// <summary>A door that Circle asks its champion to open.</summary>
    public string DoorRequest { get; } = Tokens.New();

    public long Report { get; private set; }

    /// <summary>The report of Circle, presented and not answered yet.</summary>
    public long Outcome { get; private set; }

    public long Rounds { get; private set; }

    /// <summary>A choice of problems on which two sets of the same strength are of one mind.</summary>
    public long Choice { get; private set; }

    /// <summary>A problem on offer, whose client is Clio.</summary>
    public long Problem { get; private set; }

    /// <summary>One that is not offered yet, also hers.</summary>
    public long Draft { get; private set; }

    /// <summary>A part of the organisation with nobody in it.</summary>
    public long UnitId { get; private set; }

    /// <summary>A site with nobody there.</summary>
    public long SiteId { get; private set; }

    /// <summary>Alma's membership of Circle.</summary>
    public long Membership { get; private set; }

    /// <summary>Olga's membership in the other programme.</summary>
    public long OtherMembership { get; private set; }

    /// <summary>The first meeting of Circle: it is open, and Bo holds the pen on a device that nobody has here.</summary>
    public long Meeting { get; private set; }

    /// <summary>What Alma wrote for herself in Circle.</summary>
    public string Journal { get; } = Tokens.New();

    /// <summary>That entry, shown to the advisor.</summary>
    public long JournalShare { get; private set; }

    /// <summary>What Alma asks the client of the problem.</summary>
    public string AskedOfClio { get; } = Tokens.New();

    /// <summary>What Alma asks somebody of another set.</summary>
    public string AskedOfCecil { get; } = Tokens.New();

    /// <summary>What Cecil's set asks Circle.</summary>
    public string AskedOfCircle { get; } = Tokens.New();

    /// <summary>Somebody whom Circle asks into that meeting.</summary>
    public long Guest { get; private set; }

    /// <summary>What Alma promised: her supervisor is to sign it, and she is asked what became of it.</summary>
    public long Promise { get; private set; }

    /// <summary>A post of Alma's that the outcome report would quote, where she says yes.</summary>
    public string QuoteAsked { get; } = Tokens.New();

    /// <summary>What Alma promised with Cecil, of another set, as witness.</summary>
    public long Witnessed { get; private set; }

    /// <summary>A learning that was carried over from the room.</summary>
    public long Carried { get; private set; }

    /// <summary>A member's place whose phone another phone asks to be, and nobody's of those who call.</summary>
    public long Place { get; private set; }

    public long Claim { get; private set; }

    public string Badge { get; private set; } = "";

    /// <summary>The secret of Circle's calendar.</summary>
    public string Calendar { get; private set; } = "";

    /// <summary>The secret of a test whether a phone reaches the house.</summary>
    public string Reach { get; private set; } = "";

    /// <summary>The secret of a test of the way to a wall.</summary>
    public string Trial { get; private set; } = "";

    private void PlantSet(Writes writes)
    {
        var set = Sets[0].Id;
        Membership = writes.First<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma = World["Alma Tamm"] });
        long Named(string title, string state, int position) => writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, client_id, state, created_at, changed_at)
            VALUES (@Programme, @position, @title, 'One in five', 'It costs', @clio, @state, @Now, @Now)
            """, new { Programme, position, title, state, clio = World["Clio Client"], writes.Now });
        (Problem, Draft) = (Named("Holes are dug twice", "Offered", 1), Named("Keys are kept apart", "Proposed", 2));
        writes.Execute("UPDATE sets SET problem_id = @Problem WHERE id = @set", new { Problem, set });
        Meeting = writes.Insert(
            "INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at) VALUES (@set, 1, '2026-03-24', '2026-03-24', 'Open', @Now, @Now)",
            new { set, writes.Now });
        writes.Execute("INSERT INTO meeting_run (meeting_id, pen_person, pen_device, pen_at, opened_at, opened_by) VALUES (@Meeting, @bo, 'elsewhere', @Now, @Now, @bo)",
            new { Meeting, bo = World["Bo Lind"], writes.Now });
        writes.Execute(
            """
            INSERT INTO reflection (id, set_id, author_id, text, created_at, created_by, changed_at, changed_by)
            VALUES (@Journal, @set, @alma, 'I stayed', @Now, @alma, @Now, @alma)
            """, new { Journal, set, alma = World["Alma Tamm"], writes.Now });
        JournalShare = writes.Insert(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at)
            VALUES (@set, 'Reflection', @Journal, @alma, 'Advisor', @alma, @Now, @Now)
            """, new { Journal, set, alma = World["Alma Tamm"], writes.Now });
        Guest = writes.Insert(
            """
            INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, created_at, changed_at)
            VALUES (@set, @Meeting, 'Bill Tranmer', 'What does a hole look like?', '2026-03-24', '10:00', '10:45', @hash, @Now, @Now)
            """, new { set, Meeting, hash = Tokens.Hash(GuestToken), writes.Now });
        writes.Execute(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @set, 1, @owner, 'Stand at the yard at six', '2026-03-12', '2026-03-20', @Now, @Now)
            """, new { key = Tokens.New(), set, owner = World["Alma Tamm"], writes.Now });
        foreach (var (id, by, from, toSet, toPerson) in new (string, string, long, long?, long?)[]
        {
            (AskedOfClio, "Alma Tamm", set, null, World["Clio Client"]), (AskedOfCecil, "Alma Tamm", set, null, World["Cecil Hart"]),
            (AskedOfCircle, "Cecil Hart", Sets[1].Id, set, null),
        })
        {
            writes.Execute("INSERT INTO set_ask (id, set_id, asked_by, to_set, to_person, text, asked_at) VALUES (@id, @from, @by, @toSet, @toPerson, 'Who told you so?', @Now)",
                new { id, from, by = World[by], toSet, toPerson, writes.Now });
        }

        Calendar = CalendarFeeds.Make(writes, null, set, null);
        (Promise, Witnessed) = (Promised(writes, null), Promised(writes, World["Cecil Hart"]));
        writes.Execute("INSERT INTO commitment_asked (commitment_id, what, at) VALUES (@Promise, 'Due', @Now)", new { Promise, writes.Now });
        writes.Execute(
            """
            INSERT INTO door_request (id, activity_id, set_id, asked_by, asked_of, title, text, asked_at)
            VALUES (@DoorRequest, @activity, @set, @alma, @chen, 'A crew for two joints', 'Before the winter', @Now)
            """, new { DoorRequest, activity = Activity(writes, "offers"), set, alma = World["Alma Tamm"], chen = World["Chen Champion"], writes.Now });
    }

    private void PlantRoom(Writes writes)
    {
        (Report, Rounds, Choice) = (Activity(writes, "reportout"), Activity(writes, "rounds"), Activity(writes, "preference"));
        Outcome = writes.Insert(
            "INSERT INTO outcome (workshop_id, set_id, asked, created_at, changed_at) VALUES (@Workshop, @Id, 'Two more crews', @Now, @Now)",
            new { Workshop, Sets[0].Id, writes.Now });
        writes.Execute(
            "INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) VALUES (@Report, @Outcome, 1, @Now)", new { Report, Outcome, writes.Now });
        writes.Execute("INSERT INTO outcome_became (outcome_id, part, asked_at) VALUES (@Outcome, 'Owner', @Now)", new { Outcome, writes.Now });
        writes.Execute("INSERT INTO commitment_asked (commitment_id, what, at) VALUES (@Witnessed, 'Due', @Now)", new { Witnessed, writes.Now });
        writes.Execute("UPDATE screen SET table_set = @Id WHERE name = 'Right'", new { Sets[0].Id });
        writes.Execute("INSERT INTO seating (activity_id, tables, rounds) VALUES (@Rounds, 2, 2)", new { Rounds });
        writes.Execute(
            "INSERT INTO offer (id, activity_id, person_id, kind, text, posted_at) VALUES (@Offer, @market, @person, 'Offer', 'A van', @Now)",
            new { Offer, market = Activity(writes, "offers"), person = World["Alma Tamm"], writes.Now });
        Place = Sit(writes, "Bo Lind");
        Claims.Ask(writes, Place, Tokens.New());
        Claim = writes.First<long>("SELECT max(id) FROM claim");
        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
            VALUES (@Post, @activity, @Place, @set, 'Learning', 'Holes are dug twice', @Now, 'Shown', @Now)
            """, new { Post, activity = Activities[0], Place, set = Sets[0].Id, writes.Now });
        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
            VALUES (@QuoteAsked, @activity, @seat, @set, 'Learning', 'We never asked the gang', @Now, 'Shown', @Now)
            """, new { QuoteAsked, activity = Activities[0], seat = Seats.ParticipantOf(writes, Workshop, Roster.One(writes, Programme, Workshop, World["Alma Tamm"])!), set = Sets[0].Id, writes.Now });
        writes.Execute("INSERT INTO quote_asked (post_id, asked_by, asked_at) VALUES (@QuoteAsked, @mari, @Now)", new { QuoteAsked, mari = World["Mari Kask"], writes.Now });
        Carried = writes.Insert(
            "INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, 'Learning', @set, @Post, 'Holes are dug twice')",
            new { activity = Activities[0], set = Sets[0].Id, Post });
        foreach (var (place, set) in new[] { (Place, Sets[0].Id), (Sit(writes, "Dora Voss"), Sets[1].Id) })
        {
            writes.Execute(
                "INSERT INTO preference_wish (activity_id, participant_id, set_id, problem_id, at) VALUES (@Choice, @place, @set, @Problem, @Now)",
                new { Choice, place, set, Problem, writes.Now });
        }

        writes.Execute(
            """
            INSERT INTO preference_talk (activity_id, problem_id, sets, started_at, ends_at, asked_at)
            VALUES (@Choice, @Problem, json_array(@one, @two), @Now, @Now, @Now)
            """, new { Choice, Problem, one = Sets[0].Id, two = Sets[1].Id, writes.Now });
    }

    private long Sit(Writes writes, string name)
    {
        Seats.Take(writes, Workshop, Roster.One(writes, Programme, Workshop, World[name])!, Assurance.Claimed);
        return Roster.One(writes, Programme, Workshop, World[name])!.ParticipantId!.Value;
    }

    private long Activity(Writes writes, string kind, string settings = "{}") => writes.Insert(
        "INSERT INTO activity (workshop_id, kind, title, prompt, settings, created_at, changed_at) VALUES (@Workshop, @kind, @kind, '', @settings, @Now, @Now)",
        new { Workshop, kind, settings, writes.Now });

    private long Promised(Writes writes, long? witness) => writes.Insert(
        """
        INSERT INTO commitment (activity_id, person_id, set_id, role, text, due, share, witness_id, vouched, at)
        VALUES (@activity, @alma, @set, 'Member', 'Ring the night shift', '2099-05-01', @share, @witness, 1, @Now)
        """, new
        {
            activity = Activity(writes, "commitment", """{"Mode":"ToFinal","Countersign":"Supervisor"}"""),
            alma = World["Alma Tamm"],
            set = Sets[0].Id,
            share = witness is null ? "Signer" : "Nobody",
            witness,
            writes.Now,
        });
}
