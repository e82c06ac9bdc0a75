-- The log of acts names the set that something was shown of, and finds it by the thing.
CREATE INDEX share_thing ON share (thing_id);
